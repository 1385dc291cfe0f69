// Puts the widget on the page. The look is a sheet that scripts hand over, so that a strict policy of the site holds.

const HERE = document.currentScript;
const BASE = new URL(HERE.src).origin;

function dressed(element) {
  const root = element.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOOK);
  root.adoptedStyleSheets = [sheet];
  const probe = make("span", { class: "probe" });
  root.append(probe);
  // What the reader has chosen as text size, whatever the site makes of it.
  sheet.insertRule(`:host { --rem: ${parseFloat(getComputedStyle(probe).fontSize)}px }`, sheet.cssRules.length);
  probe.remove();
  return root;
}

// Have the way to help kept. A page that was on its way while that began is not seen by it, and asks to be.
async function keepWay() {
  if (!navigator.serviceWorker) return;
  await navigator.serviceWorker.register("/worker.js");
  const { active } = await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) active.postMessage("this page too");
}

function begin() {
  if (HERE.hasAttribute("data-part")) {
    window.addEventListener("load", () => keepWay().catch(() => {}));
    // Pressed, not only visited: nobody's link may choose a place for somebody.
    for (const way of document.querySelectorAll(".areas a")) way.addEventListener("click", () => keepPlace(new URL(way.href).searchParams.get("area")));
    const help = document.body.appendChild(make("cairn-help"));
    document.querySelector(".top .help")?.addEventListener("click", (event) => {
      event.preventDefault();
      help.open();
    });
  } else if (!document.querySelector("cairn-chat")) {
    const chat = make("cairn-chat");
    for (const [name, value] of Object.entries(HERE.dataset)) chat.dataset[name] = value;
    document.body.append(chat);
  }
}

// An old browser keeps what the page shows without script.
if ("adoptedStyleSheets" in Document.prototype && "HTMLDialogElement" in window && window.customElements) {
  customElements.define("cairn-help", CairnHelp);
  customElements.define("cairn-chat", CairnChat);
  if (document.body) begin();
  else document.addEventListener("DOMContentLoaded", begin);
}
