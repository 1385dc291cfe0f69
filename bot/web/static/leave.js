// Leave: clears the page from view at once, then goes without a way back to it. Without script it is a plain link.
"use strict";

document.getElementById("leave").addEventListener("click", (event) => {
  event.preventDefault();
  const there = event.currentTarget.href;
  document.body.replaceChildren();
  window.location.replace(there);
});
