// Small comforts; every page works without them.

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

addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
  event.target.closest("[data-dismiss]")?.closest("[data-note]").remove();
});

// A figure of the report shows its reasons beside the page; its link still leads to them without this.
addEventListener("click", (event) => {
  const figure = event.target.closest("[data-figures] a.fig");
  if (!figure || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const place = figure.closest("[data-figures]").dataset.figures;
  htmx.ajax("GET", figure.getAttribute("href"), { target: place, swap: "innerHTML" }).then(() => {
    document.querySelector("a.fig[aria-current]")?.removeAttribute("aria-current");
    figure.setAttribute("aria-current", "true");
    const pane = document.querySelector(place);
    pane.scrollTop = 0;
    if (matchMedia("(width < 52rem)").matches) pane.scrollIntoView();
  });
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

const wrong = document.getElementById("wrong");
for (const control of document.querySelectorAll("[data-print], [data-dismiss]")) control.hidden = false;
wrong?.focus();
