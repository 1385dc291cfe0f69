// Leave, from the widget: clears whatever page it stands on from view at once, and goes without a way back to it.

function leave(event) {
  event.preventDefault();
  document.documentElement.hidden = true;
  document.body.replaceChildren();
  location.replace(LEAVE);
}
