// Tables of the class "sortable": their headings become buttons that sort; unknown values stay last.
(function () {
  "use strict";
  function valueOf(row, column) {
    var cell = row.cells[column];
    var stated = cell.getAttribute("data-value");
    return stated === null ? cell.textContent.trim() : stated;
  }
  function compare(first, second, column, numeric) {
    var a = valueOf(first, column), b = valueOf(second, column);
    if (a === "" || b === "") return (a === "") - (b === "");
    return numeric ? Number(a) - Number(b) : a.localeCompare(b, "ja");
  }
  function sort(table, heading, column) {
    var down = heading.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("thead th").forEach(function (other) { other.removeAttribute("aria-sort"); });
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    var body = table.tBodies[0], numeric = heading.hasAttribute("data-number");
    Array.from(body.rows).map(function (row, place) { return { row: row, place: place }; }).sort(function (a, b) {
      var known = valueOf(a.row, column) !== "" && valueOf(b.row, column) !== "";
      var order = compare(a.row, b.row, column, numeric);
      return (down && known ? -order : order) || a.place - b.place;
    }).forEach(function (entry) { body.appendChild(entry.row); });
  }
  document.querySelectorAll("table.sortable").forEach(function (table) {
    table.querySelectorAll("thead th").forEach(function (heading, column) {
      if (heading.hasAttribute("data-fixed")) return;
      var button = document.createElement("button");
      button.type = "button";
      // Chromium leaves buttons out where it repeats a heading on the next printed page: the words stand there by themselves.
      var printed = document.createElement("span");
      printed.className = "print-only";
      printed.setAttribute("aria-hidden", "true");
      printed.textContent = heading.textContent;
      while (heading.firstChild) button.appendChild(heading.firstChild);
      heading.appendChild(button);
      heading.appendChild(printed);
      button.addEventListener("click", function () { sort(table, heading, column); });
    });
  });
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details.print-open").forEach(function (part) { part.open = true; });
  });
})();
