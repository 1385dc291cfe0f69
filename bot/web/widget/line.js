// The connection: says something by fetch, hears answers as server-sent events, and asks again and again where a proxy
// holds those back. A message is sent under one id until it has arrived; a line is known by its name. No word is kept here.

const DEADLINE = 20000; // ms; the server answers well before that, so beyond it the network is gone
const FIRST_SIGN = 6000; // ms until a stream has to say something; else something in between holds it back
const SILENCE = 40000; // ms; the server gives a sign of life more often
const POLL_EVERY = 3000;
const POLLS_BEFORE_STREAM = 50; // then a stream is tried once more
const PAUSES = [1000, 2000, 4000, 8000, 15000];
const TRIES = 4;
const DAY = 24 * 60 * 60 * 1000; // the server knows somebody for 30 days after this was last asked for
const TOKEN = "cairn-token";
const READ = { unread: false }; // a conversation that is told from its beginning, unless it says otherwise

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

class Line {
  constructor(base, keep, on) {
    this.base = `${base}/chat/`;
    this.own = new URL(base).origin === location.origin;
    this.keep = keep;
    this.on = on;
    this.last = "";
    this.lost = 0;
    this.heldBack = 0;
    this.renewedAt = this.own ? Date.now() : 0; // our own page came with a new cookie
  }

  async say(message) {
    this.renew();
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.ask("say", { method: "POST", body: JSON.stringify(message) });
      } catch (error) {
        if (tries === TRIES || !navigator.onLine) throw error;
        await pause(PAUSES[tries - 1]);
      }
    }
  }

  open() {
    if (this.wanted) return;
    this.wanted = new AbortController();
    const { signal } = this.wanted;
    window.addEventListener("online", () => this.again(), { signal });
    window.addEventListener("offline", () => this.gone(), { signal });
    document.addEventListener("visibilitychange", () => (document.hidden ? this.stop?.abort() : this.hurry?.()), { signal });
    this.listen(signal);
  }

  // What an old stream still says must not pass for being back.
  gone() {
    this.on.state("offline");
    this.again();
  }

  // A stream that was open before may be dead, or may live on: only a new one tells how things are.
  again() {
    this.stop?.abort();
    this.hurry?.();
  }

  close() {
    this.wanted?.abort();
    this.wanted = null;
    this.again();
  }

  async listen(closed) {
    while (!closed.aborted) {
      // A browser has few connections to one place: a tab that nobody looks at must not hold one.
      if (document.hidden) await this.rest();
      if (closed.aborted) return;
      const streams = this.heldBack < 2 && window.TextDecoderStream;
      this.renew();
      try {
        await (streams ? this.stream() : this.poll());
      } catch {
        if (!document.hidden && !closed.aborted) this.failed(streams);
      }
      if (closed.aborted) return;
      await Promise.race([this.rest(), pause(PAUSES[Math.min(this.lost, PAUSES.length - 1)])]);
      this.lost += 1;
    }
  }

  failed(streams) {
    if (streams && navigator.onLine) this.heldBack += 1;
    this.on.state(navigator.onLine ? "lost" : "offline");
  }

  // Until somebody comes back: to the tab, or to the network.
  rest() {
    return new Promise((done) => (this.hurry = done));
  }

  async stream() {
    this.stop = new AbortController();
    let quiet;
    try {
      this.told = false;
      quiet = setTimeout(() => this.giveUp(), FIRST_SIGN);
      const response = await this.request("stream", { signal: this.stop.signal });
      if (!response.ok) throw new Error("no stream");
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let rest = ""; ; ) {
        const { value, done } = await reader.read();
        if (done && this.told) return;
        if (done) throw new Error("an empty stream");
        const events = (rest + value).split("\n\n");
        rest = events.pop();
        events.forEach((event) => this.hear(event));
        clearTimeout(quiet);
        quiet = setTimeout(() => this.giveUp(), this.told ? SILENCE : FIRST_SIGN);
        if (this.told) this.heldBack = 0;
      }
    } finally {
      clearTimeout(quiet);
    }
  }

  // Silence is held back by something for certain; a stream that ended may only have been unlucky, once.
  giveUp() {
    this.heldBack += 1;
    this.stop.abort();
  }

  async poll() {
    this.news({ ...READ, ...(await this.ask("lines", {})) });
    this.polls = (this.polls || 0) + 1;
    if (this.polls % POLLS_BEFORE_STREAM === 0) this.heldBack = 0;
    await pause(POLL_EVERY);
  }

  hear(event) {
    const fields = Object.fromEntries(event.split("\n").map((line) => [line.split(":", 1)[0], line.replace(/^\w*: ?/, "")]));
    if (fields.event === "typing") this.on.typing();
    if (fields.event === "lines") this.news({ ...(this.told ? {} : READ), ...JSON.parse(fields.data) });
  }

  news(news) {
    this.lost = 0;
    this.told = true;
    this.on.state("open");
    // What came before cannot be read just now: it is asked for again from where we were.
    this.unread = news.unread ?? this.unread;
    // A part is told before the rest is read; what was said right before it may come later.
    if (news.lines.length && !this.unread && !news.part) this.last = news.lines[news.lines.length - 1].key;
    this.on.news(news);
  }

  // Out: what the server says. An answer that says why a message was not taken counts; an error of a server does not.
  async ask(path, options) {
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), DEADLINE);
    try {
      const response = await this.request(path, { ...options, signal: stop.signal });
      const told = await response.json();
      if (response.ok || (response.status < 500 && told.notice && path === "say")) return told;
      throw new Error("no answer");
    } finally {
      clearTimeout(late);
    }
  }

  async request(path, options) {
    if (!this.own && !this.token) await this.begin();
    const response = await this.fetch(path, options);
    if (response.status !== 401) return response;
    this.token = "";
    await this.begin();
    return this.fetch(path, options);
  }

  async begin() {
    const response = await this.fetch("session", { method: "POST" });
    if (!response.ok) throw new Error("no session");
    const { token } = await response.json();
    if (token) this.token = token;
    this.renewedAt = Date.now();
  }

  // Whoever comes back in time stays who they are. It waits for nothing; if it fails it is tried the next time.
  renew() {
    if (this.renewing || Date.now() - this.renewedAt < DAY || !(this.own || this.token)) return;
    this.renewing = this.begin().catch(() => {}).finally(() => (this.renewing = null));
  }

  // Somebody erased everything: nothing of it may be asked for by name again.
  forget() {
    this.last = "";
  }

  fetch(path, options) {
    const headers = {};
    if (options.body) headers["Content-Type"] = "application/json";
    if (this.last) headers["Last-Event-ID"] = this.last;
    if (!this.own && this.token) headers.Authorization = `Bearer ${this.token}`;
    const credentials = this.own ? "same-origin" : "omit";
    return fetch(this.base + path, { ...options, headers, credentials, cache: "no-store", referrerPolicy: "no-referrer" });
  }

  get token() {
    return this.given ?? (this.given = kept(this.keep)?.getItem(TOKEN) || "");
  }

  set token(token) {
    this.given = token;
    if (token) kept(this.keep)?.setItem(TOKEN, token);
    else kept(this.keep)?.removeItem(TOKEN);
  }
}

// Where a browser forbids storage, the conversation lasts as long as the page.
function kept(keep) {
  try {
    return keep === "tab" ? sessionStorage : localStorage;
  } catch {
    return null;
  }
}
