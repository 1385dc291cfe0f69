// The element itself: the whole page's conversation, or a widget that opens over another site. The page works without
// it: what stands inside the element is shown until the conversation is here.

const PRESSED = "pressed-"; // how the id of a message begins that is a button's
const WHOLE = matchMedia("not all and (min-width: 40rem)"); // where look.css lets the frame cover the whole screen
const SHOWN_WITHOUT = 1500; // ms that a page waits for the conversation before it says how things are

class CairnChat extends HTMLElement {
  connectedCallback() {
    if (this.line) this.reconnect();
    else this.build();
  }

  // A site may move the element about in its page: the conversation goes on.
  disconnectedCallback() {
    this.line.close();
    this.cover(false);
  }

  reconnect() {
    if (this.isPage || !this.frame.hidden) this.line.open();
    this.cover(WHOLE.matches);
  }

  build() {
    this.log = new Log();
    this.answer = new Answer((text, button) => this.send(text, button));
    this.net = make("p", { class: "net", role: "status" });
    this.help = make("cairn-help");
    this.heading = this.isPage ? make("h1", { class: "hidden-text" }, WORDS.conversation) : "";
    this.soFar = new SoFar(this.isPage);
    this.main = make("div", { class: "chat-main" }, this.heading, this.soFar.narrow, this.log.scroll, make("div", { class: "foot" }, this.net, this.answer.node), this.soFar.wide);
    this.main.addEventListener("click", (event) => this.onLink(event));
    this.line = new Line(BASE, this.dataset.keep, {
      news: (news) => this.hear(news),
      typing: () => this.typing(),
      state: (state) => this.connection(state),
    });
    if (this.isPage) this.beginPage();
    else this.beginWidget();
  }

  get isPage() {
    return this.hasAttribute("page");
  }

  beginPage() {
    history.scrollRestoration = "manual";
    if (!this.hasAttribute("data-away")) this.waiting = setTimeout(() => this.dress(), SHOWN_WITHOUT);
    this.line.open();
  }

  // Take the place of what the page showed without script; what was typed there is taken along.
  dress() {
    if (this.shadowRoot) return;
    clearTimeout(this.waiting);
    const before = this.querySelector("textarea");
    const focused = this.contains(document.activeElement);
    dressed(this).append(this.main, this.help);
    this.answer.box.value = before?.value || "";
    this.replaceChildren();
    document.body.classList.remove("first");
    if (focused) this.answer.box.focus();
  }

  beginWidget() {
    const root = dressed(this);
    const label = this.dataset.label || WORDS.open;
    this.launcher = make("button", { class: "launcher btn main", type: "button", "aria-expanded": "false", click: () => this.open() }, cairn(), label);
    const help = make("button", { class: "btn help", type: "button", click: () => this.help.open() }, WORDS.support);
    const shut = make("button", { class: "btn shut", type: "button", "aria-label": WORDS.close, click: () => this.shut() }, "×");
    const head = make("div", { class: "head" }, make("h2", { id: "name" }, cairn(), WORDS.name), wayOut(hidden(WORDS.leave_more)), help, shut);
    this.mine = make("span", {}, make("button", { class: "btn plain", type: "button", click: () => this.openMine() }, WORDS.mine));
    this.answer.report.append(this.mine);
    this.frame = make("section", { class: "frame chat", "aria-labelledby": "name", hidden: true, keydown: (event) => this.key(event) }, head, this.main);
    root.append(this.launcher, this.frame, this.help);
    WHOLE.addEventListener("change", () => this.cover(WHOLE.matches));
    if (this.hasAttribute("data-open")) this.open();
  }

  open() {
    this.frame.hidden = false;
    this.launcher.hidden = true;
    this.cover(WHOLE.matches);
    if (!this.line.token && !this.line.own) this.welcome();
    this.line.open();
    this.log.bring([...this.log.node.children]);
    this.focusInside();
  }

  shut() {
    this.frame.hidden = true;
    this.launcher.hidden = false;
    this.cover(false);
    this.launcher.focus();
  }

  // Nobody may be led by keyboard to what lies unseen behind the frame.
  cover(whole) {
    this.behind?.forEach((one) => (one.inert = false));
    const isOpen = whole && this.frame && !this.frame.hidden;
    this.behind = isOpen ? [...document.body.children].filter((one) => !one.contains(this) && !one.inert) : [];
    this.behind.forEach((one) => (one.inert = true));
  }

  key(event) {
    if (event.key === "Escape") this.shut();
  }

  // A page of our own in a new tab; opened before the answer is here, or a browser would take it for an advertisement.
  async openMine() {
    const tab = window.open("about:blank");
    try {
      const { href } = await this.line.ask("door", { method: "POST" });
      if (!tab) this.offerMine(href);
      else {
        tab.opener = null;
        tab.location = BASE + href;
      }
    } catch {
      tab?.close();
      this.answer.say(WORDS.mine_failed, () => this.openMine());
    }
  }

  // The browser lets no script open a tab: the person's own press may.
  offerMine(href) {
    const way = link(href, { class: "btn", target: "_blank", click: () => this.mine.replaceChildren(before) }, WORDS.mine_open);
    const before = this.mine.firstChild;
    this.mine.replaceChildren(way);
    this.answer.say(WORDS.mine_blocked);
    way.focus();
  }

  focusInside() {
    (this.start || this.answer.box).focus();
  }

  onLink(event) {
    if (!event.target.closest('[data-support], a[href$="/support"]')) return;
    event.preventDefault();
    this.help.open();
  }

  hear(news) {
    this.dress();
    this.log.typing(false);
    if (news.first && !this.message) this.begun();
    this.log.unread(news.unread);
    if (this.message && news.lines.some(({ key }) => key === this.message.id)) this.log.arrived();
    this.show(news);
    // The answer may be here before the word that ours was taken: nobody has to wait for that.
    if (this.message && this.log.known.has(`${this.message.id}:0`)) this.answer.free();
    if (this.log.node.hasAttribute("aria-live") && !this.log.hushed) setTimeout(() => this.log.node.removeAttribute("aria-live"));
  }

  // Nothing is kept of this person: they are new, or have erased everything from another tab, and see nothing of it here.
  begun() {
    if (this.hasKept) {
      this.hasKept = false;
      this.unsent = this.away = this.told = null;
      this.line.forget();
      this.log.clear();
      this.answer.clear();
      this.drafting();
      this.withCard(false);
    }
    this.welcome();
  }

  show(news) {
    const live = !this.log.node.hasAttribute("aria-live") || this.log.hushed;
    const faces = news.lines.some((line) => this.isCardForThem(line));
    if (faces) this.log.hush();
    if (news.lines.length) this.unwelcome();
    // A place that is chosen in the chat holds in the panel; one that was chosen long ago, only where nothing else was.
    const place = news.lines.filter((line) => line.place && !this.log.known.has(line.key)).at(-1)?.place;
    if (place && (live || !placeName())) keepPlace(place);
    const nodes = this.log.add(news.lines, live);
    if (nodes.length && !news.spent && !this.message) this.hasKept = true;
    if (this.unsent && this.log.known.has(this.unsent.id)) this.settled(this.unsent);
    if (news.now) {
      this.answer.offer(news.now, this.pressed);
      this.drafting(news.now.so_far);
    }
    this.withCard(news.now ? news.now.card : nodes.some((node) => node.classList.contains("card")));
    if (nodes.length) this.log.bring(nodes);
    if (faces) this.log.face();
  }

  // A card that answers what was sent from here; but whoever writes on is not taken out of the box.
  isCardForThem({ key, bubbles }) {
    const inside = this.shadowRoot.activeElement;
    const isFree = inside ? inside !== this.answer.box || ["", this.asked?.text].includes(inside.value.trim()) : document.activeElement === document.body;
    return isFree && this.asked && key.startsWith(`${this.asked.id}:`) && !this.log.known.has(key) && bubbles.some(isCard);
  }

  drafting(draft) {
    this.main.classList.toggle("drafting", this.soFar.draw(draft));
  }

  withCard(now) {
    (this.frame || document.body).classList.toggle("with-card", now);
    this.main.classList.toggle("with-card", now);
  }

  async send(text, button) {
    const again = this.unsent && this.unsent.text === text;
    const message = again ? this.unsent : { id: (button ? PRESSED : "") + newId(), text, step: this.answer.step, place: placeName() };
    this.message = this.asked = message;
    this.away = null;
    this.pressed = button?.value;
    this.unwelcome();
    this.answer.setBusy(true);
    this.log.mine(message, titleOf(button) || text);
    try {
      const result = await this.line.say(message);
      const isLast = this.message === message;
      if (isLast) this.message = null;
      this.onAnswer(isLast ? result : { ...result, now: null }, message, button);
    } catch {
      this.onSilence(message, button);
    } finally {
      if (!this.message || this.message === message) this.rest();
    }
  }

  rest() {
    this.message = null;
    this.log.arrived();
    this.log.typing(false);
    this.answer.setBusy(false);
  }

  onAnswer(result, message, button) {
    // What stands above the answer goes first, or it would move after it was brought into view.
    this.log.arrived();
    if (result.sent || result.spent) this.show(result);
    else this.notTaken(result.lines || [], message);
    this.hasKept ||= result.sent;
    if (result.sent) this.settled(message);
    else this.keep(result.spent ? null : message, button, result.notice);
  }

  // The message is no part of the conversation; what was said to it is, for now: it may be help.
  notTaken(lines, message) {
    this.log.takeBack(message.id);
    const bubbles = lines.flatMap((line) => line.bubbles);
    const faces = lines.some((line) => this.isCardForThem(line));
    if (faces) this.log.hush();
    if (bubbles.some(isCard)) this.withCard(true);
    this.log.notice(bubbles);
    if (faces) this.log.face();
  }

  onSilence(message, button) {
    this.log.takeBack(message.id);
    const isAway = !navigator.onLine;
    const { sorry } = PLACES[placeChosen()];
    // Who is offline is told so, and where help is: nothing went wrong on our side.
    if (!this.told) this.told = this.log.notice(isAway ? sorry.map((one) => ({ ...one, lines: one.lines.slice(1) })) : sorry);
    this.keep(message, button, isAway ? WORDS.unsent : WORDS.failed);
    if (!isAway) return;
    this.away = () => this.keep(message, button, WORDS.failed);
    this.net.textContent = "";
  }

  // Not sent: the words wait in the box, or in the button, for another try under the same id.
  keep(message, button, notice) {
    this.unsent = message;
    const text = button ? button.value : this.answer.box.value.trim() || message?.text;
    const words = button || notice.includes(WORDS.kept) || notice === WORDS.unsent ? notice : `${notice} ${WORDS.kept}`;
    this.answer.say(words, () => this.send(text, button));
  }

  settled(message) {
    if (this.answer.box.value.trim() === message.text) this.answer.box.value = "";
    this.told?.forEach((node) => node.remove());
    this.unsent = this.away = this.told = null;
    this.answer.say("");
  }

  typing() {
    if (this.message) this.log.taken();
    this.log.typing(true);
  }

  connection(state) {
    if (state !== "open" && !this.shadowRoot) return;
    if (state !== "offline") {
      this.away?.();
      this.away = null;
    }
    const words = { offline: this.away ? "" : WORDS.offline, lost: WORDS.reconnecting }[state] || "";
    if (this.net.textContent !== words) this.net.textContent = words;
  }

  welcome() {
    if (this.first) return;
    this.start = make("button", { class: "btn main", type: "button", click: () => this.send(START, this.start) }, WORDS.begin);
    this.start.value = START;
    this.first = make("div", { class: "welcome" }, cairn(), make(this.isPage ? "h1" : "h3", {}, WORDS.hello), make("p", { class: "lead" }, WORDS.lead),
      make("p", {}, WORDS.truth), this.start, link("/return", { class: "quiet" }, WORDS.code), make("p", { class: "quiet small" }, WORDS.first_help));
    const focused = this.shadowRoot.activeElement === this.answer.box;
    this.firstLook(true);
    this.log.node.before(this.first);
    if (focused) this.start.focus();
  }

  unwelcome() {
    if (!this.first) return;
    const focused = this.getRootNode().activeElement === this || this.shadowRoot.activeElement === this.start;
    this.first.remove();
    this.first = this.start = null;
    this.firstLook(false);
    if (focused) this.answer.node.focus({ preventScroll: true });
  }

  firstLook(now) {
    this.main.classList.toggle("is-first", now);
    if (this.isPage) document.body.classList.toggle("first", now);
    if (this.heading) this.heading.hidden = now;
  }
}

function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
