// The sheet of a register. One box lies over the chosen cell and has the focus: what one types begins in it, so that
// Vietnamese keyboards, which take letters back and put others, work as in any field. Nothing handles Backspace.
const grid = document.getElementById("grid");
const body = grid.querySelector("tbody");
const box = document.getElementById("cell-box");
const said = document.getElementById("grid-said");
const told = grid.dataset;
const heads = [...grid.querySelectorAll("thead th")].slice(1);
const save = document.querySelector("[data-grid-save]");
const DRAFT = told.draft; // of this person, this register and these columns

const rows = () => [...body.querySelectorAll("tr[data-row]")];
const cellsOf = (row) => [...row.querySelectorAll("td[data-name]")];
const cellAt = (r, c) => cellsOf(rows()[r])[c];
const place = (cell) => ({ r: rows().indexOf(cell.closest("tr")), c: cellsOf(cell.closest("tr")).indexOf(cell) });

let at = { r: 0, c: 0 }; // the chosen cell
let from = { r: 0, c: 0 }; // the other corner of the block
let editing = false;
const undone = []; // what stood where, the last change last

const block = () => ({
  top: Math.min(at.r, from.r), bottom: Math.max(at.r, from.r), left: Math.min(at.c, from.c), right: Math.max(at.c, from.c),
});
const inBlock = function* () {
  const { top, bottom, left, right } = block();
  for (let r = top; r <= bottom; r++) for (let c = left; c <= right; c++) yield cellAt(r, c);
};

// What is not kept yet stays in this window, whatever becomes of the session.
const remember = () => {
  const left = rows().filter((row) => row.dataset.changed !== undefined)
    .map((row) => ({ row: row.dataset.row, version: row.dataset.version, cells: cellsOf(row).map((cell) => cell.textContent) }));
  if (left.length) sessionStorage.setItem(DRAFT, JSON.stringify(left));
  else sessionStorage.removeItem(DRAFT);
};
const set = (cell, text) => {
  if (cell.textContent === text) return false;
  cell.textContent = text;
  cell.closest("tr").dataset.changed = "";
  return true;
};
// ``changes`` are pairs of a cell and its new text; together they are undone.
const change = (changes) => {
  const before = changes.map(([cell]) => [place(cell), cell.textContent]);
  if (changes.map(([cell, text]) => set(cell, text)).some(Boolean)) undone.push(before);
  remember();
};

const show = () => {
  for (const cell of body.querySelectorAll("[aria-selected]")) cell.removeAttribute("aria-selected");
  for (const cell of inBlock()) cell.setAttribute("aria-selected", "true");
  const cell = cellAt(at.r, at.c);
  box.style.setProperty("--x", `${cell.offsetLeft}px`);
  box.style.setProperty("--y", `${cell.offsetTop}px`);
  box.style.setProperty("--w", `${cell.offsetWidth}px`);
  box.style.setProperty("--h", `${cell.offsetHeight}px`);
  box.classList.toggle("open", editing);
  box.setAttribute("aria-label", `${heads[at.c].firstChild.textContent.trim()}, ${at.r + 1}: ${cell.textContent}`);
  if (document.activeElement !== box) box.focus({ preventScroll: true });
  cell.scrollIntoView({ block: "nearest", inline: "nearest" });
};
const edit = (text) => {
  editing = true;
  if (text !== undefined) box.value = text;
  if (heads[at.c].dataset.list) box.setAttribute("list", heads[at.c].dataset.list);
  show();
};
const rest = () => {
  editing = false;
  box.value = "";
  box.removeAttribute("list");
};
const commit = () => {
  if (editing) change([[cellAt(at.r, at.c), box.value.trim()]]);
  rest();
};
const go = (r, c, extend) => {
  const before = at.r;
  at = { r: Math.max(0, Math.min(r, rows().length - 1)), c: Math.max(0, Math.min(c, heads.length - 1)) };
  if (!extend) from = { ...at };
  show();
  if (before !== at.r && !extend) keepAll(before);
};

// Keeping: one row after the other; the server's answer takes the row's place, as it was understood.
let keeping = Promise.resolve();
const send = (body) => fetch(told.keep, { method: "POST", body, headers: { "X-CSRFToken": told.token } });
// Whoever logs in again in another window has another token.
const renew = async () => {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const token = page.getElementById("grid")?.dataset.token;
  if (token) told.token = token;
  return Boolean(token);
};
const keepRow = async (row) => {
  const data = new URLSearchParams({ dong: row.dataset.row, version: row.dataset.version, "ly-do": document.getElementById("grid-reason").value });
  for (const cell of cellsOf(row)) data.set(cell.dataset.name, cell.textContent);
  const sent = data.toString();
  let answer = await send(data);
  if (answer.status === 403 || answer.redirected) {
    if (!(await renew())) throw new Error(told.ended);
    answer = await send(data);
  }
  if (!answer.ok) throw new Error(`${told.refused} (${answer.status})`);
  const made = document.createElement("tbody");
  made.innerHTML = await answer.text();
  const [fresh] = made.children;
  const typed = new URLSearchParams(sent);
  for (const [c, cell] of cellsOf(row).entries()) // what was typed meanwhile stands
    if (cell.textContent !== typed.get(cell.dataset.name)) set(cellsOf(fresh)[c], cell.textContent);
  if (fresh.dataset.wrong !== undefined) fresh.dataset.changed = "";
  if (row.nextElementSibling?.matches(".said")) row.nextElementSibling.remove();
  row.replaceWith(...made.children);
  return fresh.dataset.kept;
};
const keepAll = (only) => {
  const wanted = rows().filter((row, r) => row.dataset.changed !== undefined && (only === undefined || r === only));
  const blank = (row) => !row.dataset.row && cellsOf(row).every((cell) => !cell.textContent);
  for (const row of wanted.filter(blank)) delete row.dataset.changed;
  const full = wanted.filter((row) => !blank(row));
  if (!full.length) return remember();
  keeping = keeping.then(async () => {
    said.textContent = told.saving;
    let kept;
    try {
      for (const row of full) if (row.isConnected) kept = (await keepRow(row)) ?? kept;
      said.textContent = body.querySelector("[data-wrong]") ? told.left : `${told.saved} ${kept ?? ""}`;
    } catch (trouble) {
      said.textContent = trouble instanceof TypeError ? told.away : trouble.message;
    }
    remember();
    more();
    if (document.activeElement === box) show();
  });
};
// There is always room below.
const more = () => {
  const empty = () => rows().slice(-5).every((row) => !row.dataset.row && cellsOf(row).every((cell) => !cell.textContent));
  for (let n = 0; n < 5 && !empty(); n++) add();
};
const add = () => {
  const row = rows().at(-1).cloneNode(true);
  for (const name of ["changed", "wrong", "kept"]) delete row.dataset[name];
  row.dataset.row = row.dataset.version = "";
  row.querySelector("th").textContent = "";
  for (const cell of cellsOf(row)) { cell.textContent = ""; cell.removeAttribute("aria-invalid"); cell.removeAttribute("aria-selected"); cell.removeAttribute("title"); }
  body.append(row);
};

// A block as the clipboard has it: cells by tabs, rows by lines, quotes around a cell that holds either.
const written = () => {
  const { top, bottom, left, right } = block();
  const quoted = (text) => (/[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows().slice(top, bottom + 1).map((row) => cellsOf(row).slice(left, right + 1).map((cell) => quoted(cell.textContent)).join("\t")).join("\n");
};
const readBlock = (text) => {
  const lines = [[""]];
  let quoted = false;
  const given = text.replaceAll("\r\n", "\n").replace(/\n$/, "");
  for (let n = 0; n < given.length; n++) {
    const letter = given[n], line = lines.at(-1);
    if (quoted && letter === '"' && given[n + 1] === '"') { line[line.length - 1] += '"'; n++; }
    else if (letter === '"' && (quoted || line.at(-1) === "")) quoted = !quoted;
    else if (letter === "\t" && !quoted) line.push("");
    else if (letter === "\n" && !quoted) lines.push([""]);
    else line[line.length - 1] += letter;
  }
  return lines.map((line) => line.map((cell) => cell.replace(/[\s\u00a0]+/g, " ").trim()));
};

addEventListener("copy", (event) => {
  if (document.activeElement !== box || editing) return;
  event.clipboardData.setData("text/plain", written());
  event.preventDefault();
});
box.addEventListener("paste", (event) => {
  if (editing) return;
  event.preventDefault();
  const lines = readBlock(event.clipboardData.getData("text/plain"));
  const { top, left } = block();
  while (rows().length < top + lines.length + 1) add();
  const pairs = lines.flatMap((line, r) => line.map((text, c) => [cellAt(top + r, left + c), text]));
  change(pairs.filter(([cell]) => cell));
  from = { r: top, c: left };
  at = { r: top + lines.length - 1, c: Math.min(left + Math.max(...lines.map((line) => line.length)), heads.length) - 1 };
  show();
  keepAll();
});

box.addEventListener("input", () => { if (!editing) edit(); });
const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
box.addEventListener("keydown", (event) => {
  if (event.isComposing || event.altKey) return;
  const { key, shiftKey } = event, control = event.ctrlKey || event.metaKey, letter = key.toLowerCase();
  if (key === "Enter" && !control) { commit(); go(at.r + (shiftKey ? -1 : 1), at.c); }
  else if (key === "Tab" && !control) {
    const over = at.c + (shiftKey ? -1 : 1);
    if ((over < 0 && at.r === 0) || (over >= heads.length && at.r === rows().length - 1)) return; // on to the rest of the page
    commit();
    go(at.r + (over < 0 ? -1 : over >= heads.length ? 1 : 0), (over + heads.length) % heads.length);
  } else if (key === "Escape" && editing) { rest(); show(); }
  else if (key === "Escape") save.focus();
  else if (key === "F2" && !editing) edit(cellAt(at.r, at.c).textContent);
  else if (control && letter === "s") { commit(); show(); keepAll(); }
  else if (editing) return;
  else if (MOVES[key] && !control) go(at.r + MOVES[key][0], at.c + MOVES[key][1], shiftKey);
  else if (key === "Home" || key === "End") go(control ? (key === "Home" ? 0 : rows().length - 1) : at.r, key === "Home" ? 0 : heads.length - 1, shiftKey);
  else if (key === "Delete") { change([...inBlock()].map((cell) => [cell, ""])); show(); }
  else if (control && letter === "d") {
    const { top } = block();
    change([...inBlock()].map((cell) => [cell, cellAt(top, place(cell).c).textContent]));
    show();
  } else if (control && letter === "z") {
    for (const [where, text] of undone.pop() ?? []) if (cellAt(where.r, where.c)) set(cellAt(where.r, where.c), text);
    remember();
    show();
  } else return;
  event.preventDefault();
});

let dragging = false;
body.addEventListener("pointerdown", (event) => {
  const cell = event.target.closest("td[data-name]");
  if (!cell || event.button) return;
  event.preventDefault();
  commit();
  const { r, c } = place(cell);
  dragging = true;
  go(r, c, event.shiftKey);
});
body.addEventListener("pointerover", (event) => {
  const cell = dragging && event.target.closest("td[data-name]");
  if (cell) { at = place(cell); show(); }
});
addEventListener("pointerup", () => { dragging = false; });
body.addEventListener("dblclick", (event) => {
  if (event.target.closest("td[data-name]")) edit(cellAt(at.r, at.c).textContent);
});
box.addEventListener("blur", () => { commit(); keepAll(); });
save.addEventListener("click", () => { keepAll(); });
addEventListener("beforeunload", (event) => {
  if (rows().some((row) => row.dataset.changed !== undefined)) event.preventDefault();
});

// What an earlier visit could not keep comes back.
for (const left of JSON.parse(sessionStorage.getItem(DRAFT) ?? "[]")) {
  let row = left.row ? rows().find((one) => one.dataset.row === left.row) : rows().find((one) => !one.dataset.row && one.dataset.changed === undefined);
  if (!row) { add(); row = rows().at(-1); }
  [row.dataset.row, row.dataset.version] = [left.row, left.version]; // also where the list is narrowed otherwise now
  cellsOf(row).forEach((cell, c) => set(cell, left.cells[c] ?? ""));
}
const first = rows().findIndex((row) => !row.dataset.row);
at = from = { r: Math.max(first, 0), c: 0 };
from = { ...at };
show();
