// Small comforts; every page works without them.

// Where one is stands in sight, however long the menu has become.
document.querySelector(".nav [aria-current]")?.scrollIntoView({ block: "nearest" });

// Ctrl+K goes to the box that searches everything.
addEventListener("keydown", (event) => {
  const box = document.querySelector("input[data-search]");
  if (!box || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return;
  event.preventDefault();
  box.focus();
  box.select();
});

// Ctrl+S saves the form of a row. Other shortcuts would be in the way of browsers or of Vietnamese keyboards.
addEventListener("keydown", (event) => {
  const form = document.querySelector("form[data-save]");
  const save = form?.querySelector("button");
  if (!save || !(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "s") return;
  event.preventDefault();
  form.requestSubmit(save);
});

// Ctrl+Enter saves a new row and begins another.
addEventListener("keydown", (event) => {
  const again = document.querySelector("form[data-save] button[name=them-nua]");
  if (!again || event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  again.form.requestSubmit(again);
});

// F2 changes the row that is read.
addEventListener("keydown", (event) => {
  const edit = document.querySelector("a[data-edit]");
  if (!edit || event.key !== "F2" || event.isComposing || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  event.preventDefault();
  edit.click();
});

// Alt+1 … Alt+8 open the registers, / the box (never while a field is typed in), Ctrl+/ the table of shortcuts.
const typing = (place) => place.closest?.("input, textarea, select, [contenteditable]");
addEventListener("keydown", (event) => {
  if (event.isComposing || event.metaKey || event.shiftKey) return;
  const digit = event.altKey && !event.ctrlKey && event.code.match(/^Digit([1-8])$/);
  const register = digit && document.querySelector(`.nav [data-alt="${digit[1]}"]`);
  const box = document.querySelector("input[data-search]");
  const slash = event.key === "/" && !event.altKey;
  if (register) register.click();
  else if (slash && event.ctrlKey) document.getElementById("keys")?.togglePopover();
  else if (slash && box && !typing(event.target)) box.focus();
  else return;
  event.preventDefault();
});

// Without HTTPS a browser copies only what is selected.
const copy = async (control) => {
  const field = document.getElementById(control.dataset.copy), word = control.querySelector("[data-copied]");
  field.select();
  if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
  else document.execCommand("copy");
  word.textContent = word.dataset.copied;
};
addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
  const copied = event.target.closest("[data-copy]");
  if (copied) copy(copied);
});

// A page that the browser kept as it was is asked for anew where somebody logged out since it was opened.
addEventListener("submit", (event) => event.target.matches("[data-leave]") && localStorage.setItem("left", Date.now()));
addEventListener("pageshow", (event) => {
  if (!event.persisted || Number(localStorage.getItem("left")) < performance.timeOrigin) return;
  document.body.hidden = true;
  location.reload();
});

// A figure of the report shows its reasons beside the page; its link still leads to them without this.
const showWhy = (figure) => {
  const place = figure.closest("[data-figures]").dataset.figures;
  return htmx.ajax("GET", figure.getAttribute("href"), { target: place, swap: "innerHTML" }).then(() => {
    document.querySelector("a.fig[aria-current]")?.removeAttribute("aria-current");
    figure.setAttribute("aria-current", "true");
    const pane = document.querySelector(place);
    (pane.closest(".source") ?? pane).scrollTop = 0;
    return pane;
  });
};
// A page that was come back to shows the figure that one came from.
const shown = document.querySelector("#why[data-shown]")?.dataset.shown;
const again = shown && document.querySelector(`[data-figures] a.fig[data-key="${CSS.escape(shown)}"]`);
if (again) {
  again.scrollIntoView({ block: "center" });
  showWhy(again).then((pane) => document.activeElement === document.body && enter(pane, again));
}
let resting;
addEventListener("click", (event) => {
  const figure = event.target.closest("[data-figures] a.fig");
  if (!figure || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  clearTimeout(resting);
  showWhy(figure).then((pane) => {
    enter(pane, figure);
    if (matchMedia("(width < 52rem)").matches) pane.scrollIntoView();
  });
});

// The same when a mouse or the keyboard rests on it, unless somebody works in the pane beside.
const rest = (event) => {
  clearTimeout(resting);
  const figure = event.target.closest?.("[data-figures] a.fig:not([aria-current])");
  if (!figure || matchMedia("(width < 52rem)").matches) return;
  resting = setTimeout(() => {
    if (figure.isConnected && !document.querySelector("#why .own, #why details[open]")) showWhy(figure);
  }, 700);
};
addEventListener("pointerover", rest);
addEventListener("focusin", rest);

// A card of the proof-reader leads to its chapter where that stands on the same page.
addEventListener("click", (event) => {
  const there = document.getElementById(event.target.closest("[data-jump]")?.dataset.jump ?? "");
  if (!there || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  there.scrollIntoView();
});

// Beside the text of a paste stands what the clipboard holds as a table: it knows of merged cells and lines in a cell.
addEventListener("paste", (event) => {
  const whole = event.target.dataset?.table && event.target.selectionEnd - event.target.selectionStart === event.target.value.length;
  const table = whole && event.clipboardData?.getData("text/html");
  if (table && table.includes("<table")) setTimeout(() => (document.getElementById(event.target.dataset.table).value = table));
});
addEventListener("input", (event) => {
  const beside = event.target.dataset?.table;
  if (beside) document.getElementById(beside).value = "";
});

// The whole list was asked for in order to print it.
if (document.querySelector("[data-print-now]")) addEventListener("load", () => print());

// A long list of choices is narrowed while one types, without accents; what is ticked stays in sight.
const bare = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replaceAll("đ", "d");
addEventListener("input", (event) => {
  const list = !event.isComposing && document.querySelector(event.target.dataset?.narrow ?? null);
  if (!list) return;
  const words = bare(event.target.value).split(/\s+/).filter(Boolean);
  for (const group of list.children) {
    for (const one of group.querySelectorAll("[data-pick]"))
      one.hidden = !one.querySelector(":checked") && !words.every((word) => bare(one.textContent).includes(word));
    const left = group.querySelectorAll("[data-pick]:not([hidden])").length;
    group.hidden = !left;
    if (words.length) group.open = true;
  }
});
addEventListener("compositionend", (event) => event.target.dataset?.narrow && event.target.dispatchEvent(new Event("input", { bubbles: true })));

// From the box that searches down into what was found, from hit to hit, and back up; Enter opens, as on any link.
addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const hits = [...document.querySelectorAll(".hits > li > a:first-child")];
  const ways = [document.querySelector(".finder input[data-search]"), ...hits];
  const at = ways.indexOf(document.activeElement);
  if (at < 0 || !hits.length) return;
  event.preventDefault();
  ways[Math.min(Math.max(at + step, 0), hits.length)]?.focus();
});

// What a cell of a list cuts off is told when one stops at it.
addEventListener("mouseover", (event) => {
  const cell = event.target.closest?.(".register :is(td, th)");
  if (cell && cell.scrollWidth > cell.clientWidth) cell.title = cell.innerText;
});

// The rows ticked in a list: all at once, and how many they are.
const tell = () => {
  const ticked = document.querySelectorAll("input[name=dong]:checked").length;
  const told = document.querySelector("[data-chosen]");
  if (told) told.textContent = told.dataset.chosen.replace("#", ticked);
};
addEventListener("change", (event) => {
  if (event.target.matches("input[data-all]"))
    for (const row of document.querySelectorAll("input[name=dong]")) row.checked = event.target.checked;
  if (event.target.matches("input[data-all], input[name=dong]")) tell();
});
addEventListener("reset", () => setTimeout(tell));

// The list last seen in this window: from one of its rows one goes on to the next, and back to the list as it was.
const remember = () => {
  const rows = document.querySelector("[data-rows]");
  const links = rows ? [...rows.querySelectorAll("tbody .lead > a")].map((link) => link.pathname) : [];
  const [prev, next] = ["prev", "next"].map((rel) => document.querySelector(`.pager a[rel=${rel}]`)?.href ?? "");
  if (rows) sessionStorage.setItem(`rows:${location.pathname}`, JSON.stringify({ links, prev, next, list: rows.dataset.rows }));
};
const beside = document.querySelector("[data-beside]");
if (beside) {
  const seen = JSON.parse(sessionStorage.getItem(`rows:${beside.dataset.beside}`) ?? "null");
  const at = seen ? seen.links.indexOf(location.pathname) : -1;
  if (at >= 0) {
    for (const link of document.querySelectorAll(`a[href="${beside.dataset.beside}"]`)) link.href += `?${seen.list}`;
    const around = { prev: seen.links[at - 1] ?? seen.prev, next: seen.links[at + 1] ?? seen.next };
    for (const [rel, to] of Object.entries(around)) {
      const link = beside.querySelector(`a[rel=${rel}]`);
      if (to) link.href = to;
      link.hidden = !to;
    }
    beside.hidden = false;
  }
}
addEventListener("keydown", (event) => {
  const rel = { ArrowUp: "prev", ArrowDown: "next" }[event.key];
  if (!rel || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const link = document.querySelector(`[data-beside] a[rel=${rel}]:not([hidden])`);
  if (!link) return;
  event.preventDefault();
  link.click();
});

// How many rows there are now is told when a list was narrowed; the first time one sees it.
let counted = document.querySelector(".pager p")?.innerText;
const count = () => {
  const now = document.querySelector(".pager p")?.innerText, said = document.getElementById("list-said");
  if (said && now !== counted) said.textContent = counted = now;
};
const show = () => {
  for (const control of document.querySelectorAll("[data-print], [data-copy], [data-dismiss], [data-all]")) control.hidden = false;
};
const settle = () => {
  show();
  tell();
  remember();
};
settle();
// After a part came in: what is kept with a view or a choice of columns is the list as it stands now.
addEventListener("htmx:afterSettle", () => {
  settle();
  count();
  const now = document.querySelector("[data-rows]")?.dataset.rows;
  if (now !== undefined) for (const kept of document.querySelectorAll("[data-address]")) kept.value = now;
});

// What a browser says beside a file is in its own language: here it is said in the page's. The control itself stays.
for (const input of document.querySelectorAll("input[type=file][data-choose]")) {
  const [place, button, name] = ["span", "span", "span"].map((tag) => document.createElement(tag));
  const tell = () => { name.textContent = [...input.files].map((file) => file.name).join(", ") || input.dataset.none; };
  place.className = "choose-file";
  button.className = "btn small";
  button.textContent = input.dataset.choose;
  button.ariaHidden = name.ariaHidden = "true";
  input.before(place);
  place.append(input, button, name);
  input.addEventListener("change", tell);
  addEventListener("pageshow", tell);
  tell();
}

// A part that does not come in is told, and stays told until the server answers again: nobody works on in vain.
const OUT = document.documentElement.lang === "en"
  ? { gone: ["No connection to the server", "What you just did was not saved. What you typed stays here: try again once the connection is back."],
      again: "Send again",
      fault: ["The server could not do this", "What you just did may not have been saved. Load the page again; if it stays so, tell the administrator"] }
  : { gone: ["Mất kết nối với máy chủ", "Việc vừa làm chưa được lưu. Chữ đã gõ còn ở đây: có mạng lại thì làm lại."],
      again: "Gửi lại",
      fault: ["Máy chủ không làm được việc này", "Việc vừa làm có thể chưa được lưu. Tải lại trang; vẫn thế thì báo quản trị"] };
const reach = (what, code = "", again = null) => {
  document.querySelector(".out-of-reach")?.remove();
  if (!what) return;
  const [told, head] = [document.createElement("p"), document.createElement("strong")];
  told.className = "out-of-reach";
  told.role = "alert";
  head.textContent = OUT[what][0];
  told.append(head, OUT[what][1] + (code && ` (${code}).`));
  if (again) {
    const button = document.createElement("button");
    button.className = "btn small";
    button.type = "button";
    button.textContent = OUT.again;
    button.addEventListener("click", again);
    told.append(button);
  }
  document.body.append(told);
};
addEventListener("htmx:sendError", () => reach("gone"));
addEventListener("htmx:timeout", () => reach("gone"));
addEventListener("htmx:afterOnLoad", (event) => {
  const { status } = event.detail.xhr;
  reach(status >= 400 && "fault", status);
});

// A form that a page sends away would come back as the browser's own page of a dead server, and what was typed with it
// be gone: the server is asked first whether it is there. The browser then sends the form itself, files and all.
const ALIVE = document.querySelector("link[rel=stylesheet]")?.href;
const ways = new WeakMap(); // by form: "asking", and "open" for the moment in which it is sent
const knock = async (form, button) => {
  const send = () => form.requestSubmit(button?.form === form ? button : null);
  ways.set(form, "asking");
  const there = await fetch(ALIVE, { method: "HEAD", cache: "no-store" }).then((answer) => answer.status < 500, () => false);
  ways.set(form, there ? "open" : "");
  reach(!there && "gone", "", send);
  if (there) send();
  ways.delete(form);
};
addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  const posts = (submitter?.getAttribute("formmethod") ?? form.getAttribute("method")) === "post";
  if (event.defaultPrevented || !posts || !ALIVE || ways.get(form) === "open") return;
  event.preventDefault();
  if (!ways.has(form)) knock(form, submitter);
});

addEventListener("offline", () => reach("gone"));
addEventListener("online", () => reach());
