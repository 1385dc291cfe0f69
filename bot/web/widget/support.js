// The panel of help lines. It needs nothing but what came with this script: no server, no consent, no network.

const MINUTES = { day: 24 * 60, week: 7 * 24 * 60 };
const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

// The minute of the week in the line's own time zone.
function minuteOfWeek(zone, moment) {
  const told = new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const part = Object.fromEntries(told.formatToParts(moment).map(({ type, value }) => [type, value]));
  return DAYS.indexOf(part.weekday) * MINUTES.day + Number(part.hour) * 60 + Number(part.minute);
}

function isClosed(one, moment) {
  if (!one.hours) return false;
  const [zone, spans] = one.hours;
  const at = minuteOfWeek(zone, moment);
  return !spans.some(([start, end]) => [at, at + MINUTES.week].some((minute) => start <= minute && minute < end));
}

function openFirst(rows) {
  const known = rows.map((one) => ({ ...one, closed: isClosed(one, new Date()) }));
  return [...known.filter((one) => !one.closed), ...known.filter((one) => one.closed)];
}

function also(rows) {
  const ways = rows.flatMap((one) => (one.others || []).map(([shown, href]) => [one.name, shown, href]));
  const items = ways.map(([name, shown, href]) =>
    make("li", {}, `${name}: `, href.startsWith("sms:") ? WORDS.text_to : "", link(href, {}, shown)));
  return items.length ? [make("h3", {}, WORDS.also), make("ul", { class: "also" }, items)] : [];
}

const PLACE = "cairn-place"; // the place that somebody chose: kept in their browser, and told with what they say

const placeName = () => kept(HERE.dataset.keep)?.getItem(PLACE) || undefined;

const keepPlace = (name) => kept(HERE.dataset.keep)?.setItem(PLACE, name);

const placeChosen = () => Math.max(0, PLACES.findIndex(({ name }) => name === placeName()));

class CairnHelp extends HTMLElement {
  connectedCallback() {
    if (this.panel) return;
    const root = dressed(this);
    this.lines = make("div", { class: "support-lines" });
    this.place = make("select", { id: "place", class: "field", "aria-describedby": "place-more", change: () => this.choose() }, PLACES.map(({ name }, at) => make("option", { value: at }, name)));
    this.where = make("p", { class: "where" }, make("label", { for: "place" }, WORDS.where), this.place, make("span", { id: "place-more", class: "quiet small" }, WORDS.where_more));
    const shut = make("button", { class: "btn", type: "button", click: () => this.panel.close() }, WORDS.done);
    const head = make("div", { class: "head" }, make("h2", { id: "title", tabindex: "-1" }, WORDS.people), wayOut(hidden(WORDS.leave_more)), shut);
    this.panel = make("dialog", { class: "help-panel", "aria-labelledby": "title", close: () => this.lines.replaceChildren() }, head, this.lines);
    root.append(this.panel);
  }

  disconnectedCallback() {
    this.panel.close();
  }

  choose() {
    keepPlace(PLACES[this.place.value].name);
    this.show();
  }

  open() {
    this.place.value = placeChosen();
    this.show();
    this.panel.showModal();
    this.panel.scrollTop = 0;
    this.shadowRoot.getElementById("title").focus();
  }

  show() {
    const { rows, more } = PLACES[this.place.value];
    const first = openFirst(rows);
    const others = openFirst(more);
    const rest = others.length ? make("section", { class: "more" }, make("h3", {}, WORDS.others), others.map((one) => row(one)), also([...first, ...others])) : "";
    const main = make("section", { class: "card" }, first.map((one) => row(one)), make("p", {}, WORDS.trust), make("p", { class: "truth" }, WORDS.told));
    const chosen = this.shadowRoot.activeElement === this.place;
    this.lines.replaceChildren(main, this.where, ...[rest].filter(Boolean));
    if (chosen) this.place.focus();
  }
}
