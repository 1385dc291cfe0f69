// Where an answer is given: buttons, own words, and the choices that every question has. Focus stays, or goes on to the
// next answers; what was typed goes only when it has arrived.

const CONTROLS = ["skip", "back", "why", "stop"];
const REPORT = "report a problem";

// What somebody said who pressed it, where that is not its value.
const titleOf = (button) => button && (CONTROLS.includes(button.value) ? WORDS[button.value] : button.value === REPORT && WORDS.report);

class Answer {
  constructor(send) {
    this.send = send;
    this.step = "";
    this.box = make("textarea", { class: "field", id: "say", name: "say", rows: "1", maxlength: "100000", "aria-describedby": "status", keydown: (event) => this.key(event) });
    this.label = make("label", { for: "say" }, WORDS.own_way);
    this.picks = make("div", { id: "picks" });
    this.controls = make("div", { id: "controls" });
    this.words = make("p", { class: "status", id: "status", role: "status" });
    this.again = make("button", { class: "btn", type: "button", hidden: true, click: () => this.retry?.() }, WORDS.again);
    const write = make("div", { class: "write" }, this.label, this.box, make("button", { class: "btn main", type: "submit" }, WORDS.send));
    const reports = this.button(REPORT, WORDS.report, "btn plain");
    reports.append(hidden(WORDS.report_more));
    this.report = make("p", { class: "report" }, reports);
    this.form = make("form", { id: "form", autocomplete: "off", submit: (event) => this.submit(event), keydown: (event) => this.held(event) },
      this.picks, write, make("div", { class: "state" }, this.words, this.again), this.controls, this.report);
    this.node = make("section", { class: "answer", id: "answer", tabindex: "-1", "aria-label": WORDS.your_answer }, this.form);
  }

  button(value, title, look) {
    return make("button", { class: look, type: "submit", name: "pick", value }, title);
  }

  submit(event) {
    event.preventDefault();
    if (this.busy) return;
    const button = event.submitter?.name === "pick" ? event.submitter : null;
    const text = button ? button.value : this.box.value.trim();
    if (text) this.send(text, button);
    else {
      this.say(WORDS.empty);
      this.box.focus();
    }
  }

  key(event) {
    const wanted = event.key === "Enter" && !event.shiftKey && !event.isComposing;
    // A finger's keyboard has no other way to begin a new line.
    if (wanted && matchMedia("(pointer: fine)").matches) {
      event.preventDefault();
      this.form.requestSubmit();
    }
  }

  // The focus goes on from answer to answer: a key that is held down must not press the next one too.
  held(event) {
    if (event.repeat && event.key === "Enter" && event.target !== this.box) event.preventDefault();
  }

  offer(now, pressed) {
    const told = JSON.stringify(now);
    if (told === this.told) return;
    this.told = told;
    this.draw(now, pressed);
  }

  draw({ picks, controls, step }, pressed) {
    const root = this.node.getRootNode();
    const focused = this.node.contains(root.activeElement) && root.activeElement !== this.box;
    const buttons = picks.map(([title, value]) => this.button(value, title, "btn"));
    const choices = CONTROLS.filter((one) => controls.includes(one)).map((one) => this.button(one, WORDS[one], "btn plain"));
    this.step = step;
    this.label.textContent = picks.length ? WORDS.or_own_way : WORDS.own_way;
    this.picks.replaceChildren(...(buttons.length ? [fieldset(buttons)] : []));
    this.controls.replaceChildren(...(choices.length ? [group(choices)] : []));
    if (focused && root.activeElement !== this.again && !this.form.contains(root.activeElement)) this.focusAgain(pressed);
  }

  // The pressed button is gone: the same control if it is still offered, else the first answer. Where a finger types, the
  // box would call up a keyboard that nobody asked for.
  focusAgain(pressed) {
    const same = CONTROLS.includes(pressed) && this.controls.querySelector(`[value="${pressed}"]`);
    const box = matchMedia("(pointer: fine)").matches ? this.box : this.node;
    (same || this.picks.querySelector("button") || box).focus({ preventScroll: true });
  }

  clear() {
    this.offer({ picks: [], controls: [], step: "" });
    this.box.value = "";
    this.say("");
  }

  say(words, retry) {
    if (this.again.matches(":focus")) this.focusAgain();
    this.words.textContent = words;
    this.retry = retry;
    this.again.hidden = !retry;
  }

  setBusy(now) {
    this.busy = now;
    this.form.setAttribute("aria-busy", String(now));
    if (now) this.say(WORDS.sending);
  }

  free() {
    if (!this.busy) return;
    this.setBusy(false);
    this.say("");
  }
}

const fieldset = (buttons) =>
  make("fieldset", {}, make("legend", { class: "hidden-text" }, WORDS.picks), make("div", { class: "picks" }, buttons));

const group = (choices) => make("div", { class: "controls", role: "group", "aria-label": WORDS.choices }, choices);
