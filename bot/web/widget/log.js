// What was said, in order and each line once, by its name. What a person has sent stands there from the moment they sent it.

const GAP = 8; // px above a turn that is too long
const HUSH = 1000; // ms; what was put in by then has been told to a screen reader, or not

class Log {
  constructor() {
    this.known = new Map();
    this.node = make("div", { class: "said", id: "log", role: "log", "aria-label": WORDS.conversation, "aria-live": "off", tabindex: "0" });
    this.scroll = make("div", { class: "scroll", id: "scroll" }, make("div", { class: "log" }, this.node));
  }

  // Out: the nodes that are new at the end. What could not be read until now goes before what came after it.
  add(lines, isNew) {
    const fresh = this.fill(lines);
    if (fresh.length) this.settle();
    const nodes = fresh.flatMap((line) => this.draw(line));
    if (isNew) nodes.forEach((node) => node.classList.add("new"));
    this.node.append(...nodes);
    this.mark();
    return nodes;
  }

  // Out: the lines after the last one that is known.
  fill(lines) {
    const fresh = [];
    let next = null;
    for (const line of [...lines].reverse()) {
      if (this.known.has(line.key)) next = this.known.get(line.key)[0] || next;
      else if (next) {
        const nodes = this.draw(line);
        next.before(...nodes);
        next = nodes[0] || next;
      } else fresh.unshift(line);
    }
    return fresh;
  }

  // Says once that what came before cannot be read just now, and no longer than that is so; undefined changes nothing.
  unread(now) {
    if (now === undefined || now === Boolean(this.blank) || (now && this.known.size)) return;
    this.blank?.remove();
    this.blank = now ? drawBubble({ kind: "theirs", lines: [[[WORDS.unread]]] }) : null;
    if (now) this.node.append(this.blank);
  }

  clear() {
    this.known.clear();
    this.blank = this.state = this.writing = null;
    this.node.replaceChildren();
  }

  draw({ key, bubbles }) {
    const nodes = bubbles.map(drawBubble);
    this.known.set(key, nodes);
    return nodes;
  }

  // A message on its way; it takes the name under which it will come back.
  mine({ id }, text) {
    this.settle();
    const lines = text.split("\n").map((line) => [[line]]);
    const [bubble] = this.draw({ key: id, bubbles: [{ kind: "mine", lines }] });
    this.state = make("p", { class: "sent", id: "sending", "aria-hidden": "true" }, WORDS.sending);
    this.node.append(bubble, this.state);
    this.end(this.state);
  }

  taken() {
    if (this.state) this.state.textContent = WORDS.sent;
  }

  arrived() {
    this.state?.remove();
    this.state = null;
  }

  takeBack(id) {
    this.arrived();
    this.known.get(id)?.forEach((node) => node.remove());
    this.known.delete(id);
  }

  // What is no part of the conversation, said for now. Out: its nodes.
  notice(bubbles) {
    const nodes = bubbles.map(drawBubble);
    this.node.append(...nodes);
    this.mark();
    this.bring(nodes);
    return nodes;
  }

  typing(now) {
    this.writing?.remove();
    this.writing = now ? make("p", { class: "writing", "aria-hidden": "true" }, WORDS.writing) : null;
    if (now) {
      this.node.append(this.writing);
      this.end(this.writing);
    }
  }

  // An answered question steps back into the row of what was said.
  settle() {
    this.node.querySelectorAll(".ask").forEach((question) => question.classList.remove("ask"));
  }

  // Of several cards the newest is the place to jump to; the others were.
  mark() {
    const cards = [...this.node.querySelectorAll(".card")];
    cards.slice(0, -1).forEach((card) => card.removeAttribute("aria-label"));
  }

  // The latest turn of these comes into view: its card; else all of it, or its beginning where it is too long for that.
  bring(nodes) {
    const turn = nodes.slice(nodes.map((node) => node.classList.contains("mine")).lastIndexOf(true) + 1);
    const [first] = turn;
    const card = turn.find((node) => node.classList.contains("card"));
    if (card || (first && this.isWhole)) (card || first).scrollIntoView({ block: "start" });
    else if (nodes.length) this.end(nodes.at(-1));
    if (!first || card || this.isWhole) return;
    const above = this.scroll.getBoundingClientRect().top - first.getBoundingClientRect().top;
    if (above > 0) this.scroll.scrollTop -= above + GAP;
  }

  // Whether the page scrolls as one, not the log in it.
  get isWhole() {
    return getComputedStyle(this.scroll).overflowY === "visible";
  }

  end(node) {
    if (this.isWhole) node.scrollIntoView({ block: "end" });
    else this.scroll.scrollTop = 0; // the column is reversed: 0 is its end
  }

  // What comes now is read from where the focus goes, and not a second time as news.
  hush() {
    this.node.setAttribute("aria-live", "off");
    clearTimeout(this.hushed);
    this.hushed = setTimeout(() => this.node.removeAttribute("aria-live"), HUSH);
  }

  // The newest card is read with its lines, and the next Tab is the first of them.
  face() {
    const card = [...this.node.querySelectorAll(".card")].at(-1);
    const head = card.querySelector("h2") || card;
    head.tabIndex = -1;
    head.ariaDescribedByElements = [...card.querySelectorAll(".line")];
    head.focus({ preventScroll: true });
  }
}
