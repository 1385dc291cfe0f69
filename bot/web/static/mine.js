// One's own pages: a form waits while there is no network, and what was typed stays in it. A link to a folded form opens
// it, also in a browser that would not do so by itself.
"use strict";

document.addEventListener("submit", (event) => {
  if (navigator.onLine) return;
  event.preventDefault();
  document.getElementById("waits")?.remove();
  const words = document.getElementById("offline").content.firstElementChild.cloneNode(true);
  event.target.append(words);
  words.focus();
});

window.addEventListener("online", () => document.getElementById("waits")?.remove());

document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  const there = link && document.getElementById(link.hash.slice(1));
  if (!there?.closest("details:not([open])")) return;
  event.preventDefault();
  for (let one = there.closest("details"); one; one = one.parentElement.closest("details")) one.open = true;
  there.focus();
  there.scrollIntoView();
});
