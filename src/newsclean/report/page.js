
(function () {
  "use strict";
  var root = document.documentElement;
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  var one = function (selector) { return document.querySelector(selector); };
  var blocks = all(".block");
  var roles = all(".role");
  var views = all(".views input");
  var status = one(".status");
  var reset = one(".all");
  var theme = one(".theme");

  one(".switches").hidden = false;

  // Light and dark: as the system has it, until the reader chooses.
  var system = window.matchMedia("(prefers-color-scheme: dark)");
  var chosen = false;
  function paint(dark) {
    root.dataset.theme = dark ? "dark" : "light";
    theme.setAttribute("aria-pressed", String(dark));
  }
  theme.addEventListener("click", function () {
    chosen = true;
    paint(root.dataset.theme !== "dark");
  });
  system.addEventListener("change", function (event) { if (!chosen) { paint(event.matches); } });
  paint(system.matches);

  // Before, marked, after.
  function view() { return document.body.dataset.view; }
  function show(name) {
    document.body.dataset.view = name;
    views.forEach(function (input) { input.checked = input.value === name; });
  }
  views.forEach(function (input) {
    input.addEventListener("change", function () {
      show(input.value);
      if (input.value === "after") {
        roles.forEach(function (role) { if (role.dataset.state !== "kept") { press(role, false); } });
      }
      filter();
    });
  });

  // Filter: with no role pressed all are shown, else only the pressed ones.
  function press(role, on) { role.setAttribute("aria-pressed", String(on)); }
  function isPressed(role) { return role.getAttribute("aria-pressed") === "true"; }
  function filter() {
    var pressed = roles.filter(isPressed);
    var names = pressed.map(function (role) { return role.dataset.label; });
    var shown = 0;
    blocks.forEach(function (block) {
      var out = names.length > 0 && names.indexOf(block.dataset.label) < 0;
      block.hidden = out;
      if (view() === "after" && block.dataset.state !== "kept") { out = true; }
      if (view() === "before" && block.dataset.label === "hidden") { out = true; }
      shown += out ? 0 : 1;
    });
    reset.hidden = names.length === 0;
    status.textContent = shown + " of " + blocks.length + " blocks" + (names.length ? ", only " +
      pressed.map(function (role) { return role.querySelector(".name").textContent; }).join(", ") : "");
  }
  roles.forEach(function (role) {
    role.addEventListener("click", function () {
      press(role, !isPressed(role));
      if (view() === "after" && isPressed(role) && role.dataset.state !== "kept") { show("marked"); }
      filter();
    });
  });
  reset.addEventListener("click", function () {
    roles.forEach(function (role) { press(role, false); });
    filter();
    if (roles.length) { roles[0].focus(); }
  });

  // Reasons: a click on the words opens what a click on the label opens; the arrows go from label to label.
  blocks.forEach(function (block) {
    block.querySelector(".text").addEventListener("click", function () {
      if (view() === "marked" && String(window.getSelection()) === "") {
        var details = block.querySelector("details");
        details.open = !details.open;
      }
    });
  });
  document.addEventListener("keydown", function (event) {
    var summary = event.target;
    if (!summary.matches || !summary.matches(".block > details > summary")) { return; }
    if (event.key === "Escape") { summary.parentNode.open = false; return; }
    var step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step) { return; }
    var visible = blocks.filter(function (block) { return !block.hidden; });
    var next = visible[visible.indexOf(summary.closest(".block")) + step];
    if (next) {
      event.preventDefault();
      next.querySelector("summary").focus();
    }
  });

  show("marked");
  filter();
})();
