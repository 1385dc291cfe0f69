// Sends without leaving the page, and says honestly what became of it. The page works without this file;
// no word of the page stands here. What a person typed is only removed when it has arrived.
"use strict";

const form = document.getElementById("form");
const box = document.getElementById("say");
const log = document.getElementById("log");
const scroll = document.getElementById("scroll");
const status = document.getElementById("status");
const answer = document.getElementById("answer");
const DEADLINE = 20000; // ms: our own process answers well before that, so beyond it the network is gone

history.scrollRestoration = "manual";
bringIntoView([...document.getElementById("latest").children]);

let sending = false;
let told = false; // the offline words are said once until something arrives again

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!sending) send(event.submitter);
});

box.addEventListener("keydown", (event) => {
  const wanted = event.key === "Enter" && !event.shiftKey && !event.isComposing;
  // A finger's keyboard has no other way to begin a new line.
  if (wanted && window.matchMedia("(pointer: fine)").matches) {
    event.preventDefault();
    form.requestSubmit();
  }
});

async function send(button) {
  const pressed = button && button.name === "pick";
  const text = pressed ? button.value : box.value.trim();
  if (!text) {
    say(form.dataset.empty);
    box.focus();
    return;
  }
  const mine = appendMine(text);
  const body = fields(pressed ? text : null);
  const typed = box.value;
  busy(true);
  try {
    const result = await post(body);
    if (!result.sent) mine.remove();
    show(result, pressed ? button : null);
    if (result.sent && !pressed && box.value === typed) box.value = "";
    if (!result.sent) say(pressed ? result.notice : kept(result.notice));
  } catch {
    mine.remove();
    goOffline();
    say(pressed ? form.dataset.failed : kept(form.dataset.failed));
  } finally {
    document.getElementById("sending")?.remove();
    busy(false);
  }
}

function fields(pick) {
  const body = new URLSearchParams({ form_id: form.elements.form_id.value, step: form.elements.step.value });
  body.set(pick === null ? "say" : "pick", pick === null ? box.value : pick);
  return body;
}

async function post(body) {
  const response = await fetch(form.action, {
    method: "POST",
    body,
    headers: { "X-Cairn-Script": "1" },
    credentials: "same-origin",
    signal: AbortSignal.timeout(DEADLINE),
  });
  return response.json();
}

function show(result, button) {
  if (result.sent) settleQuestion();
  const nodes = append(result.log);
  told = false;
  if (result.form_id) form.elements.form_id.value = result.form_id;
  if (result.sent) {
    const control = button && button.closest("#controls") ? button.value : null;
    const focused = form.contains(document.activeElement) && document.activeElement !== box;
    replace("picks", result.picks);
    replace("controls", result.controls);
    form.elements.step.value = result.step;
    say("");
    if (focused) focusAgain(control);
  }
  document.body.classList.toggle("with-card", result.card || (!result.sent && isWithCard()));
  bringIntoView(nodes);
}

function isWithCard() {
  return document.body.classList.contains("with-card");
}

// The pressed button may be gone: the same control if it is still offered, else the start of the answers.
function focusAgain(control) {
  const again = control && form.querySelector(`#controls [value="${CSS.escape(control)}"]`);
  (again || answer).focus({ preventScroll: true });
}

function appendMine(text) {
  const bubble = document.createElement("p");
  bubble.className = "msg mine";
  const who = document.createElement("span");
  who.className = "hidden-text";
  who.textContent = `${log.dataset.mine} `;
  bubble.append(who, ...text.split("\n").flatMap((line, at) => (at ? [document.createElement("br"), line] : [line])));
  const sent = document.createElement("p");
  sent.className = "sent";
  sent.id = "sending";
  sent.setAttribute("aria-hidden", "true"); // the status says it
  sent.textContent = form.dataset.sending;
  log.append(bubble, sent);
  bringIntoView([sent]);
  return bubble;
}

function append(html) {
  // The server escaped whatever a person wrote; this is the same markup as in the whole page.
  const part = new DOMParser().parseFromString(html, "text/html");
  const nodes = [...part.body.children];
  nodes.forEach((node) => node.classList.add("new"));
  log.append(...nodes);
  return nodes;
}

function goOffline() {
  if (told) return;
  told = true;
  bringIntoView(append(document.getElementById("offline").innerHTML));
}

// An answered question steps back into the row of what was said.
function settleQuestion() {
  log.querySelectorAll(".ask").forEach((question) => question.classList.remove("ask"));
}

function bringIntoView(nodes) {
  const card = nodes.find((node) => node.classList.contains("card"));
  if (card) card.scrollIntoView({ block: "start" });
  else if (isWithCard() || getComputedStyle(scroll).overflowY === "visible") nodes.at(-1)?.scrollIntoView({ block: "end" });
  else scroll.scrollTop = 0; // the column is reversed: 0 is its end
}

function replace(id, html) {
  const part = new DOMParser().parseFromString(html, "text/html");
  document.getElementById(id).replaceChildren(...part.body.children);
}

function kept(notice) {
  return notice.includes(form.dataset.kept) ? notice : `${notice} ${form.dataset.kept}`;
}

function say(words) {
  status.textContent = words;
}

function busy(now) {
  sending = now;
  form.setAttribute("aria-busy", String(now));
  if (now) say(form.dataset.sending);
}
