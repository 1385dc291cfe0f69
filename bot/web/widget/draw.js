// Draws what was said. Whatever came from a person or from a server becomes text, never markup; a link leads only to
// a way of reaching help, or to a page of our own.

const SAFE_LINK = /^(tel:|sms:|mailto:|https:\/\/|\/)/;
const STONES = [
  ["s3", "M4 38.4c.3-5.2 7.6-8.2 19.4-8.2 12.6 0 20.4 3 20.6 8.2.2 4.6-6 6.1-20 6.1S3.7 43 4 38.4z"],
  ["s2", "M9.8 23.6c-.4-4.3 5-7 13.2-7 9 0 15 2.6 15.2 6.8.2 4.1-5.2 5.8-14.4 5.8-9 0-13.7-1.6-14-5.6z"],
  ["s1", "M16.5 9.8c.2-3.9 3.6-6.6 8.3-6.6 4.6 0 7.4 2.4 7.3 6-.1 4.2-3.1 6.4-8 6.4-5 0-7.8-1.9-7.6-5.8z"],
];

function make(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(key, value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(key, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return node;
}

const hidden = (words) => make("span", { class: "hidden-text" }, words);

function cairn() {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  for (const [key, value] of [["class", "cairn"], ["viewBox", "0 0 48 48"], ["aria-hidden", "true"]]) svg.setAttribute(key, value);
  for (const [stone, shape] of STONES) {
    const path = document.createElementNS(space, "path");
    path.setAttribute("class", stone);
    path.setAttribute("d", shape);
    svg.append(path);
  }
  return svg;
}

function link(href, attributes, ...children) {
  const there = href.startsWith("/") ? BASE + href : href;
  return make("a", { ...attributes, href: SAFE_LINK.test(href) ? there : null, rel: "noreferrer" }, ...children);
}

const pieces = (line) => line.map(([text, href]) => (href ? link(href, {}, text) : text));

const broken = (lines) => lines.flatMap((line, at) => [at ? make("br") : null, ...pieces(line)]);

const TITLES = { danger: WORDS.danger, silent: WORDS.silent, text: WORDS.text };

function row(one, title) {
  const name = title || TITLES[one.role] || one.name;
  const words = make("span", {}, make("b", {}, name), make("br"), one.how, one.closed ? [make("br"), WORDS.closed] : []);
  if (!one.main) return make("p", { class: "line" }, words);
  const [shown, href] = one.main;
  return link(href, { class: "line" }, words, " ", make("strong", { class: shown.length > 8 ? "long" : null }, shown));
}

function card(bubble) {
  const parts = bubble.blocks.map((block) => {
    if (block.kind === "row") return row(block.row, block.title);
    if (block.kind === "leave") return make("p", {}, wayOut(WORDS.leave_more));
    const heads = block.kind === "heading" || block.kind === "question";
    return make(heads ? "h2" : "p", heads ? {} : { class: block.kind }, pieces(block.line));
  });
  const more = make("p", { class: "card-links" }, link("/support", { "data-support": true }, WORDS.more_lines));
  return make("section", { class: "card", "aria-label": WORDS.card }, parts, more);
}

const isCard = ({ kind }) => kind === "support";

function drawBubble(bubble) {
  if (isCard(bubble)) return card(bubble);
  const who = { mine: WORDS.you_said, question: WORDS.asked }[bubble.kind] || WORDS.said;
  const look = { mine: "msg mine", question: "msg ask" }[bubble.kind] || "msg";
  return make("p", { class: look }, hidden(who), broken(bubble.lines));
}
