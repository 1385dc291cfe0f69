// Leave: clears the page from view at once and goes. Whoever presses Back afterwards in this tab is sent on again, until
// the address is opened anew. Without script it is a plain link. Not deferred: nothing may show before this was asked.
"use strict";

const LEFT = "left";

function isReturnByBack() {
  const [navigation] = performance.getEntriesByType("navigation");
  return navigation && navigation.type === "back_forward";
}

function go(there) {
  document.documentElement.hidden = true;
  document.body?.replaceChildren();
  window.location.replace(there);
}

if (sessionStorage.getItem(LEFT)) {
  if (isReturnByBack()) go(sessionStorage.getItem(LEFT));
  else sessionStorage.removeItem(LEFT);
}

window.addEventListener("pageshow", (event) => {
  if (event.persisted && sessionStorage.getItem(LEFT)) go(sessionStorage.getItem(LEFT));
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("#leave, .leave");
  if (!link) return;
  event.preventDefault();
  sessionStorage.setItem(LEFT, link.href);
  go(link.href);
});
