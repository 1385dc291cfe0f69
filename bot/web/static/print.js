// The button that opens the browser's own way to print, and a plan that fits one side of A4 by somewhat smaller letters.
// On the screen they stay as large as they are. Without script the browser's menu prints the same, on as many sides as
// it takes.
"use strict";

const ONE_SIDE = 273; // mm between the margins of A4
const LARGEST = 11; // pt
const SMALLEST = 8.5; // smaller is not for reading
const sheet = document.body;
const button = document.getElementById("print");

function millimetres(element) {
  return (element.getBoundingClientRect().height * 25.4) / 96;
}

button.hidden = false;
button.addEventListener("click", () => window.print());
if (!sheet.classList.contains("large-print")) {
  sheet.classList.add("measured");
  for (let size = LARGEST; size >= SMALLEST; size -= 0.25) {
    sheet.style.setProperty("--on-paper", `${size}pt`);
    if (millimetres(document.getElementById("main")) <= ONE_SIDE) break;
  }
  sheet.classList.remove("measured");
}
