// Leave, from the widget: clears whatever page it stands on from view at once, and goes without a way back to it.

const LEFT = "left"; // what leave.js of our own pages looks for when somebody presses Back

function leave(event) {
  event.preventDefault();
  document.documentElement.hidden = true;
  document.body.replaceChildren();
  if (HERE.hasAttribute("data-part")) kept("tab")?.setItem(LEFT, LEAVE);
  location.replace(LEAVE);
}

// In a frame the word alone has room; `more` is the rest of it, or what only a screen reader says.
const wayOut = (more) => make("a", { class: "btn", href: LEAVE, rel: "noreferrer", click: leave }, WORDS.leave, more);
