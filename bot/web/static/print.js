// The button that opens the browser's own way to print, and a plan that fits one side of A4 by somewhat smaller letters.
// Without script the browser's menu prints the same, on as many sides as it takes.
"use strict";

const ONE_SIDE = 272; // mm between the margins of A4
const SMALLEST = 8.5; // pt; smaller is not for reading
const sheet = document.body;
const button = document.getElementById("print");

function millimetres(element) {
  return (element.getBoundingClientRect().height * 25.4) / 96;
}

button.hidden = false;
button.addEventListener("click", () => window.print());
if (!sheet.classList.contains("large-print")) {
  for (let size = 11; size >= SMALLEST && millimetres(document.getElementById("main")) > ONE_SIDE; size -= 0.25) {
    sheet.style.fontSize = `${size}pt`;
  }
}
