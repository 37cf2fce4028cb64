/* States that time changes: a page built yesterday says what holds on the reader's day (Beijing time).
   Without this script the state of the day of the build stays, with its absolute dates beside it. */
(function () {
  "use strict";
  var today = new Date(Date.now() + 8 * 3600 * 1000).toISOString().slice(0, 10);
  function stateOf(start, end) {
    if (start && today < start) { return "未开始"; }
    if (end && today > end) { return "已结束"; }
    return "进行中";
  }
  Array.prototype.forEach.call(document.querySelectorAll("[data-start][data-end]"), function (node) {
    var start = node.getAttribute("data-start").slice(0, 10);
    var end = node.getAttribute("data-end").slice(0, 10);
    if (start || end) { node.textContent = stateOf(start, end); }
  });
})();
