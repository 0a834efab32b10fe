"use strict";

// Shows each state of the session as the server tells it. Whatever comes from files is set as text, never as mark-up.

const WAITING = "data-waiting";
const get = (id) => document.getElementById(id);
const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;

const element = (name, className, ...content) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
};

let before = null;

// ---------------------------------------------------------------------------------------------- a state

function show(state) {
  const { look, faults, word } = state;
  document.body.dataset.state = faults.length ? "faulty" : "good";
  document.title = (faults.length ? `(${counted(faults.length, "fault", "faults")}) ` : "")
    + (look ? `${look.style} – preview` : "Preview");
  showFaults(faults);
  if (look) showLook(look, faults.length > 0);
  showWord(word, faults.length > 0);
  if (!before || changed(before, state)) say(summary(state));
  before = state;
  noteScrolling();
}

// The Word version comes later than the rest: its arrival alone is not announced.
function changed(one, other) {
  const essence = ({ look, faults }) => JSON.stringify([look && look.html, faults]);
  return essence(one) !== essence(other);
}

function summary({ look, faults }) {
  if (faults.length) {
    const stale = look ? "; the pages are from before" : "";
    return counted(faults.length, "fault", "faults") + stale;
  }
  const time = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
  const mended = before && before.faults.length ? "Mended: " : "";
  return `${mended}${counted(look.pages.length, "page", "pages")}, drawn at ${time}`;
}

function say(text) {
  get("status").textContent = text;
}

// --------------------------------------------------------------------------------------------- its parts

function showFaults(faults) {
  const section = get("faults");
  if (!faults.length && section.contains(document.activeElement)) get("content").focus();
  section.hidden = !faults.length;
  get("faults-heading").textContent = counted(faults.length, "fault", "faults");
  section.querySelector("ol").replaceChildren(...faults.map(faultItem));
}

function faultItem(fault) {
  const place = fault.line ? `${fault.where}:${fault.line}:${fault.column}` : fault.where;
  const item = element("li", "");
  if (place) item.append(element("p", "place", place));
  item.append(element("p", "", fault.text));
  if (fault.excerpt.length) item.append(excerpt(fault));
  return item;
}

function excerpt(fault) {
  return element("pre", "excerpt", ...fault.excerpt.map(([number, text]) => {
    const isFaulty = number === fault.line;
    const content = isFaulty ? marked(text, fault.column - 1) : [text];
    return element("code", isFaulty ? "line at" : "line", element("span", "number", String(number)), ...content);
  }));
}

// The word that begins at the column is what is wrong; columns count characters, and strings code units.
function marked(text, column) {
  const characters = Array.from(text);
  const rest = characters.slice(column).join("");
  const found = /^("[^"]*"|'[^']*'|[^\s,:{}[\]#]+|.)/u.exec(rest);
  if (!found) return [text];
  return [characters.slice(0, column).join(""), element("mark", "", found[0]), rest.slice(found[0].length)];
}

function showLook(look, isStale) {
  get("style").textContent = look.style;
  get("description").textContent = look.description;
  const notices = get("notices");
  notices.hidden = !look.notices.length;
  notices.querySelector("summary").textContent = counted(look.notices.length, "notice", "notices");
  notices.querySelector("ul").replaceChildren(...look.notices.map((text) => element("li", "", text)));
  showPages("pdf", look.pages);
  remark("pdf", counted(look.pages.length, "page", "pages"), isStale);
  remark("html", "", isStale);
  showReport(look);
}

function showWord(word, isStale) {
  const isThere = word.status !== "absent";
  const button = document.querySelector("[aria-controls=word]");
  button.hidden = !isThere;
  get("word").hidden = !isThere || button.getAttribute("aria-pressed") === "false";
  if (!isThere) return;
  showPages("word", word.pages);
  const pages = counted(word.pages.length, "page", "pages");
  remark("word", {
    drawing: word.pages.length ? `${pages}, being drawn anew` : "being drawn",
    ready: pages,
    failed: word.what,
  }[word.status], isStale);
}

function remark(pane, text, isStale) {
  const parts = [text, isStale ? "from before" : ""].filter(Boolean);
  get(pane).querySelector(".remark").textContent = parts.join(", ");
}

// Pictures are kept and given new sources: nothing jumps, and each shows its old page until the new one is there.
function showPages(pane, pages) {
  const box = get(pane).querySelector(".pages");
  while (box.children.length > pages.length) box.lastElementChild.remove();
  pages.forEach((page, index) => {
    let picture = box.children[index];
    if (!picture) {
      picture = element("img", "");
      picture.loading = "lazy";
      box.append(picture);
    }
    picture.width = page.width;
    picture.height = page.height;
    picture.alt = `Page ${index + 1} of ${pages.length} of the ${get(pane).dataset.name}`;
    if (picture.getAttribute("src") !== page.address) picture.src = page.address;
  });
}

// A second frame loads behind the first and takes its place when it is there, at the same height of the text.
function showReport(look) {
  const old = get("html").querySelector("iframe");
  if (old.getAttribute("src") === look.html) return;
  if (!old.hasAttribute("src")) {
    old.src = look.html;
    old.hidden = false;
    return;
  }
  get("html").querySelectorAll(`iframe[${WAITING}]`).forEach((waiting) => waiting.remove());
  const fresh = old.cloneNode();
  fresh.src = look.html;
  fresh.hidden = true;
  fresh.setAttribute(WAITING, "");
  fresh.addEventListener("load", () => {
    const top = old.contentDocument ? old.contentDocument.documentElement.scrollTop : 0;
    const hadFocus = document.activeElement === old;
    fresh.removeAttribute(WAITING);
    fresh.hidden = false;
    old.remove();
    if (fresh.contentDocument) fresh.contentDocument.documentElement.scrollTop = top;
    fresh.toggleAttribute("data-focused", hadFocus);
    if (hadFocus) fresh.focus();
  }, { once: true });
  old.after(fresh);
}

// ------------------------------------------------------------------------------------------ the reader's

// What scrolls by itself must be reached by the keyboard; what does not, need not.
function noteScrolling() {
  document.querySelectorAll(".pages, #faults").forEach((box) => {
    const scrolls = box.scrollHeight > box.clientHeight + 1 && getComputedStyle(box).overflowY === "auto";
    if (scrolls) box.tabIndex = 0;
    else box.removeAttribute("tabindex");
    if (!box.matches(".pages")) return;
    if (scrolls) box.setAttribute("role", "group");
    else box.removeAttribute("role");
    if (scrolls) box.setAttribute("aria-label", `Pages of the ${box.parentElement.dataset.name}`);
    else box.removeAttribute("aria-label");
  });
}

function toggle(button) {
  const shown = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(shown));
  get(button.getAttribute("aria-controls")).hidden = !shown;
  noteScrolling();
}

document.querySelectorAll(".pane").forEach((pane) => {
  pane.dataset.name = pane.querySelector("h2").firstChild.textContent.trim();
});
document.querySelectorAll(".choice button").forEach((button) => {
  button.addEventListener("click", () => toggle(button));
});
// A frame whose content has the focus has none itself for style sheets; it is known a moment after the window's loss.
const noteFocus = () => setTimeout(() => document.querySelectorAll("iframe").forEach((frame) => {
  frame.toggleAttribute("data-focused", frame === document.activeElement);
}));
window.addEventListener("blur", noteFocus);
window.addEventListener("focus", noteFocus);
const boxes = new ResizeObserver(noteScrolling);
document.querySelectorAll(".pages, #faults").forEach((box) => boxes.observe(box));
document.addEventListener("load", (event) => event.target.matches?.("img") && noteScrolling(), true);

const events = new EventSource("events");
events.addEventListener("message", (event) => show(JSON.parse(event.data)));
events.addEventListener("error", () => {
  document.body.dataset.state = "away";
  say(events.readyState === EventSource.CLOSED
    ? "The preview has ended: start it again, and open its new address"
    : "The preview does not answer; it has ended, or will be back in a moment");
  before = null;
});
