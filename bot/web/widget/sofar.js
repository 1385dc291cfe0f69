// The draft beside the question: folded to one line where there is little room, at the side of a wide page.

class SoFar {
  constructor(isPage) {
    this.summary = make("summary");
    this.folded = make("div");
    this.narrow = make("details", { class: "sofar" }, this.summary, this.folded);
    this.name = make("h2", { id: "sofar" });
    this.open = make("div");
    this.wide = isPage ? make("aside", { class: "sofar-wide", "aria-labelledby": "sofar" }, cairn(), this.name, this.open) : "";
    this.draw();
  }

  // Whether there is a draft to show.
  draw(draft) {
    const told = JSON.stringify(draft) || "";
    if (told === this.told) return !!draft;
    this.told = told;
    for (const one of [this.narrow, this.wide]) if (one) one.hidden = !draft;
    const { title = "", summary = "", lines = [] } = draft || {};
    this.summary.textContent = summary;
    this.name.textContent = title;
    for (const part of [this.folded, this.open]) {
      const list = lines.map(([name, words]) => make("div", {}, make("dt", {}, name), make("dd", {}, words)));
      part.replaceChildren(...(draft ? [make("p", { class: "draft" }, WORDS.draft), make("dl", { class: "sofar-list" }, list)] : []));
    }
    return !!draft;
  }
}
