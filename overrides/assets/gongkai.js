/* What a page can do more with a script; without one everything can be read.
   1 the reader's own choices  2 states that time changes  3 buttons  4 filter  5 tables */
(function () {
  "use strict";
  var root = document.documentElement;
  var KEY = "gongkai-";

  /* 1: elder-friendly mode and large print, remembered on the device, set before the page is painted. */
  function recall(name) {
    try { return localStorage.getItem(KEY + name) === "1"; } catch (error) { return false; }
  }
  function remember(name, on) {
    try { localStorage.setItem(KEY + name, on ? "1" : "0"); } catch (error) { root.dataset.forgets = "1"; }
  }
  root.classList.add("gk-js");
  ["elder", "large"].forEach(function (name) { root.classList.toggle("gk-" + name, recall(name)); });

  function each(selector, work) { Array.prototype.forEach.call(document.querySelectorAll(selector), work); }

  /* 2: a page built yesterday says what holds on the reader's day (Beijing time). Without this script the
     state of the day of the build stays, with its absolute dates beside it. */
  function states() {
    var today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
    each("[data-start][data-end]", function (node) {
      var start = node.getAttribute("data-start").slice(0, 10);
      var end = node.getAttribute("data-end").slice(0, 10);
      if (!start && !end) { return; }
      var text = "进行中";
      if (start && today < start) { text = "未开始"; }
      if (end && today > end) { text = "已结束"; }
      if (text === "进行中" && end) {
        var left = Math.round((Date.parse(end) - Date.parse(today)) / 86400000);
        text += left ? "，还有" + left + "天" : "，今天截止";
      }
      node.textContent = text;
    });
  }

  /* 3: buttons. */
  function say(button, text) {
    var place = button.parentNode.querySelector("[role=status]");
    if (place) { place.textContent = text; }
  }
  function toggle(name) {
    return function (button) {
      var on = !root.classList.contains("gk-" + name);
      root.classList.toggle("gk-" + name, on);
      remember(name, on);
      button.setAttribute("aria-pressed", String(on));
    };
  }
  function copy(text, button) {
    function done() { say(button, "已复制"); }
    function failed() { window.prompt("请复制：", text); }
    if (navigator.clipboard) { navigator.clipboard.writeText(text).then(done, failed); } else { failed(); }
  }
  function sentences(article) {
    var nodes = article.querySelectorAll(".gk-item__title, .gk-text p, .gk-text li, .gk-text h2, .gk-text h3, .gk-text h4, .gk-text td, .gk-text th, .gk-signature p");
    var parts = [];
    Array.prototype.forEach.call(nodes, function (node) {
      parts = parts.concat(node.textContent.match(/[^。！？；\n]+[。！？；]?/g) || []);
    });
    return parts.filter(function (part) { return part.trim(); });
  }
  function speak(button) {
    var voice = window.speechSynthesis;
    var on = button.getAttribute("aria-pressed") !== "true";
    function stopped() { button.setAttribute("aria-pressed", "false"); button.textContent = "朗读"; }
    voice.cancel();
    if (!on) { stopped(); return; }
    button.setAttribute("aria-pressed", "true");
    button.textContent = "停止朗读";
    var parts = sentences(button.closest("article"));
    parts.forEach(function (part, n) {
      var said = new SpeechSynthesisUtterance(part);
      said.lang = "zh-CN";
      said.rate = root.classList.contains("gk-elder") ? 0.85 : 1;
      if (n === parts.length - 1) { said.onend = stopped; }
      voice.speak(said);
    });
  }
  var ACTS = {
    elder: toggle("elder"),
    large: toggle("large"),
    print: function () { window.print(); },
    cite: function (button) { copy(button.parentNode.getAttribute("data-cite"), button); },
    share: function (button) {
      navigator.share({ title: document.title, url: location.href }).then(function () { say(button, ""); }, function () { say(button, "没有分享"); });
    },
    speak: speak
  };
  function buttons() {
    each("[data-do]", function (button) {
      var name = button.getAttribute("data-do");
      if (name === "share" && navigator.share) { button.hidden = false; }
      if (name === "speak" && window.speechSynthesis && window.SpeechSynthesisUtterance) { button.hidden = false; }
      if (name === "elder" || name === "large") { button.setAttribute("aria-pressed", String(root.classList.contains("gk-" + name))); }
      button.addEventListener("click", function () { ACTS[name](button); });
    });
    window.addEventListener("pagehide", function () { if (window.speechSynthesis) { window.speechSynthesis.cancel(); } });
  }

  /* 4: rows by form of interpretation. */
  function filters() {
    each("[data-filter=form]", function (box) {
      var names = [];
      Array.prototype.forEach.call(box.querySelectorAll("[data-form]"), function (node) {
        var name = node.getAttribute("data-form");
        if (names.indexOf(name) < 0) { names.push(name); }
      });
      if (names.length < 2) { return; }
      var bar = box.querySelector(".gk-filter");
      function show(chosen) {
        Array.prototype.forEach.call(box.querySelectorAll("tbody tr"), function (row) {
          row.hidden = Boolean(chosen) && !row.querySelector('[data-form="' + chosen + '"]');
        });
        Array.prototype.forEach.call(bar.children, function (button) {
          button.setAttribute("aria-pressed", String(button.value === chosen));
        });
      }
      [""].concat(names).forEach(function (name) {
        var button = document.createElement("button");
        button.type = "button";
        button.value = name;
        button.textContent = name || "全部形式";
        button.addEventListener("click", function () { show(name); });
        bar.appendChild(button);
      });
      show("");
    });
  }

  /* 5: only a table that is too wide is a stop for the keyboard. */
  function tables() {
    each(".gk-scroll", function (box) {
      if (box.scrollWidth <= box.clientWidth) { ["tabindex", "role", "aria-label"].forEach(function (name) { box.removeAttribute(name); }); }
    });
  }

  function start() { states(); buttons(); filters(); tables(); }
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();
