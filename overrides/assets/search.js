/* Search on a static host: reads the files that the build wrote under search/ and shows what it finds.
   1 texts  2 queries  3 index on a server  4 index from a disk  5 finding  6 page
   Texts are compared by the rules of plugins/gongkai/exports/search_text.py. Nothing is ever put into the page
   as markup: results are text nodes. */
(function () {
  "use strict";
  var PAGE = 10, FEW = 8, TITLE = 512, LONGEST = 200, TERMS = 10, GRAMS = 8, NAMED = 20, LIKE = 5, LOOKS = 60;

  /* 1 ------------------------------------------------------------------------------------------------ texts */
  var table = new Map();
  function put(characters, as) { Array.from(characters).forEach(function (c) { table.set(c, as); }); }
  put("([{【﹝〔［（｛〖", "(");
  put(")]}】﹞〕］）｝〗", ")");
  put("“”„‟«»「」『』〝〞＂‘’‚‛′＇'", '"');
  put("\u00ad\u200b\u200c\u200d\u2060\ufeff", "");
  put("\t\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", " ");
  put("\n", "\n");

  function fold(character) {
    var known = table.get(character);
    if (known === undefined) {
      known = character.normalize("NFKC").toLowerCase();
      if (/^\s+$/.test(known)) { known = " "; }
      table.set(character, known);
    }
    return known;
  }

  function word(unit) { return unit !== undefined && /[a-z0-9]/.test(unit); }

  /* The compared form, and for each of its UTF-16 units the place in the text that it comes from. */
  function mapped(text) {
    var out = "", from = [], at = 0, gap = -1;
    for (var character of text) {
      var folded = fold(character);
      for (var unit of folded) {
        if (unit === " ") {
          if (gap < 0) { gap = at; }
          continue;
        }
        if (gap >= 0 && word(out[out.length - 1]) && word(unit)) { out += " "; from.push(gap); }
        gap = -1;
        out += unit;
        for (var n = 0; n < unit.length; n++) { from.push(at); }
      }
      at += character.length;
    }
    from.push(text.length);
    return { text: out, from: from };
  }
  function normalise(text) { return mapped(text).text; }

  /* A text's units: a run of Latin letters and digits counts as one, and is found whole or not at all. */
  function units(folded) { return folded.match(/[a-z0-9]{1,32}|[^a-z0-9]/gu) || []; }

  /* The place of a wording in a compared text, from a place on; -1 when it is not there as a whole. */
  function seek(text, wording, from) {
    var at = text.indexOf(wording, from || 0);
    while (at >= 0 && ((word(wording[0]) && word(text[at - 1])) || (word(wording[wording.length - 1]) && word(text[at + wording.length])))) {
      at = text.indexOf(wording, at + 1);
    }
    return at;
  }
  function has(text, wording) { return seek(text, wording, 0) >= 0; }

  function spread(text) {
    var value = 2166136261;
    for (var character of text) { value = Math.imul(value ^ character.codePointAt(0), 16777619) >>> 0; }
    return (value ^ (value >>> 15)) >>> 0;
  }
  function bucket(text, buckets) { return (spread(text) & (buckets - 1)) >>> 0; }

  /* 2 ---------------------------------------------------------------------------------------------- queries */
  function brackets(text) { return text.replace(/[[({【﹝〔［（｛<《]/g, "〔").replace(/[\])}】﹞〕］）｝>》]/g, "〕"); }
  function squeeze(text) { return brackets(brackets(text).normalize("NFKC").replace(/\s+/g, "")); }
  function numberText(word, year, serial) { return word + (Number(year) ? "〔" + year + "〕" : "第") + Number(serial) + "号"; }
  function docNumber(text) {
    var plain = squeeze(text);
    var found = /^([^\d〔〕]{1,30}?)〔?((?:19|20)\d\d)〕?第?0*(\d{1,6})号?$/.exec(plain);
    if (found) { return { word: found[1], year: Number(found[2]), number: Number(found[3]), text: numberText(found[1], found[2], found[3]) }; }
    found = /^([^\d〔〕]{0,30}?)第?0*(\d{1,6})号$/.exec(plain);
    return found ? { word: found[1], year: 0, number: Number(found[2]), text: numberText(found[1], 0, found[2]) } : null;
  }

  /* The keys under which a document number's parts are known, and the part that each leads to. */
  function partsOf(number) {
    return [["w:" + number.word + " " + number.year, number.number], ["s:" + number.word + " " + number.number, number.year],
      ["y:" + number.year + " " + number.number, number.word]];
  }

  /* A query: what must be found (each in one of several wordings), and exact names it may be. */
  function parse(text, words) {
    var raw = text.slice(0, LONGEST).trim();
    var number = docNumber(raw);
    var keys = [];
    if (number) { keys.push("n:" + number.text); }
    if (raw.length > 2) { keys.push("t:" + normalise(raw)); }
    if (/^[\w./-]{6,}$/.test(squeeze(raw))) { keys.push("i:" + squeeze(raw).toUpperCase()); }
    var known = number && /[\u3400-\u9fff]/.test(number.word) && number.year ? [number.text] : null;
    var terms = (known || raw.replace(/[“”„‟「」『』＂]/g, '"').match(/"[^"]*"(?=\s|$)|\S+/g) || [])
      .map(function (token) { return normalise(/^".+"$/.test(token) && token.indexOf('"', 1) === token.length - 1 ? token.slice(1, -1) : token); })
      .filter(function (term) { return term && !/^["\n]+$/.test(term); });
    var groups = Array.from(new Set(terms)).slice(0, TERMS).map(function (term) { return wordings(term, words); });
    return { raw: raw, cut: text.trim().length > LONGEST, number: number, keys: keys, groups: groups };
  }
  function wordings(term, words) {
    var found = [term];
    Object.keys(words).forEach(function (word) {
      var latin = /^[a-z0-9]+$/.test(word);
      if (latin ? word === term : term.indexOf(word) >= 0) {
        words[word].forEach(function (other) {
          if (other.indexOf(word) < 0 || term.indexOf(other) < 0) { found.push(term.replace(word, function () { return other; })); }
        });
      }
    });
    return Array.from(new Set(found)).slice(0, 6);
  }

  /* 3 ------------------------------------------------------------------------------------- index on a server */
  function Broken(message) { this.message = message; }

  function Reader(data) { this.data = data; this.at = 0; }
  Reader.prototype.number = function () {
    var value = 0, factor = 1, byte;
    do {
      if (this.at >= this.data.length) { throw new Broken("short"); }
      byte = this.data[this.at++];
      value += (byte & 127) * factor;
      factor *= 128;
    } while (byte > 127);
    return value;
  };
  Reader.prototype.bytes = function (length) {
    if (this.at + length > this.data.length) { throw new Broken("short"); }
    this.at += length;
    return this.data.subarray(this.at - length, this.at);
  };
  Reader.prototype.more = function () { return this.at < this.data.length; };

  function Server(base) { this.base = base; this.files = new Map(); }
  Server.prototype.get = function (path, kind) {
    var known = this.files.get(path), self = this;
    if (!known) {
      known = fetch(this.base + path, kind === "list" ? { cache: "no-cache" } : undefined).then(function (answer) {
        if (!answer.ok) { throw new Broken(path); }
        return kind === "lists" ? answer.arrayBuffer() : answer.json();
      }).then(function (data) { return kind === "lists" ? entries(new Uint8Array(data)) : data; });
      known.catch(function () { self.files.delete(path); });
      this.files.set(path, known);
    }
    return known;
  };
  function entries(data) {
    var reader = new Reader(data), found = new Map(), decoder = new TextDecoder();
    while (reader.more()) {
      var name = decoder.decode(reader.bytes(reader.number()));
      found.set(name, reader.bytes(reader.number()));
    }
    return found;
  }
  Server.prototype.open = async function () {
    var list = await this.get("index.json", "list");
    if (!list || list.version !== 3 || !Array.isArray(list.shards)) { throw new Broken("index.json"); }
    var lists = await this.get(list.states, "lists");
    this.words = list.words || {};
    this.keys = list.keys;
    this.shards = list.shards.map(function (shard, s) {
      var states = new Array(shard.docs).fill("");
      function listed(name) { return chosen(new Reader(lists.get(name)), shard.docs); }
      lists.forEach(function (data, name) {
        var state = name.slice(name.indexOf(" ") + 1);
        if (parseInt(name, 10) === s && state !== "dead") { listed(name).forEach(function (flag, doc) { if (flag) { states[doc] = state; } }); }
      });
      return Object.assign({}, shard, { states: states, dead: lists.has(s + " dead") ? listed(s + " dead") : new Uint8Array(shard.docs) });
    });
    return this;
  };
  Server.prototype.list = async function (folder, kind, files, name) {
    var file = await this.get(folder + "/" + kind + "/" + bucket(name, files) + ".bin", "lists");
    return file.get(name);
  };
  /* A list of documents, or a bitmap, as one flag for each document. */
  function chosen(reader, total) {
    var flags = new Uint8Array(total);
    if (reader.bytes(1)[0] === 0) {
      rising(reader).forEach(function (doc) { flags[doc] = 1; });
    } else {
      var bits = reader.bytes((total + 7) >> 3);
      for (var doc = 0; doc < total; doc++) { flags[doc] = (bits[doc >> 3] >> (doc & 7)) & 1; }
    }
    return flags;
  }
  function rising(reader) {
    var found = [], value = -1;
    for (var left = reader.number(); left > 0; left--) { value += reader.number(); found.push(value); }
    return found;
  }
  /* Document → 1 where the gram is anywhere, 3 where it is in the title too. */
  Server.prototype.documents = async function (shard, gram) {
    var data = await this.list(shard.folder, "d", shard.d, gram);
    if (!data) { return new Uint8Array(shard.docs); }
    var reader = new Reader(data), titles = rising(reader), flags = chosen(reader, shard.docs);
    titles.forEach(function (doc) { flags[doc] |= 2; });
    return flags;
  };
  /* The grams of a wording, each with its place in it: one or two units are a gram, longer ones are cut in threes.
     Of a long one only some threes are asked for, spread over it. */
  function grams(wording, step, most) {
    var row = units(wording), last = row.length - 3, places = [], found = [];
    if (last <= 0) { return [[0, wording]]; }
    for (var at = 0; at < last; at += step) { places.push(at); }
    places.push(last);
    var some = Math.min(places.length, most);
    for (var n = 0; n < some; n++) {
      at = places[Math.round(n * (places.length - 1) / (some - 1))];
      found.push([at, row[at] + row[at + 1] + row[at + 2]]);
    }
    return found;
  }
  /* Documents that hold the threes of a wording: those that hold the wording are among them. The threes between
     the first and the last are asked for only where those two leave something. */
  Server.prototype.near = async function (shard, wording) {
    var self = this, some = grams(wording, 1, GRAMS).map(function (gram) { return gram[1]; }), flags = null;
    async function both(asked) {
      var lists = await Promise.all(asked.map(function (gram) { return self.documents(shard, gram); }));
      flags = flags || lists[0].slice();
      lists.forEach(function (list) { for (var n = 0; n < flags.length; n++) { flags[n] &= list[n]; } });
    }
    await both(some.length < 2 ? some : [some[0], some[some.length - 1]]);
    if (some.length > 2 && flags.some(Boolean)) { await both(some.slice(1, -1)); }
    return flags;
  };
  Server.prototype.sure = function (wording) { return units(wording).length < 4; };
  Server.prototype.exact = async function (shard, wording, flags) {
    if (this.sure(wording)) { return flags; }
    var docs = members(flags);
    if (docs.length === 0) { return flags; }
    return docs.length <= FEW ? this.read(shard, wording, docs) : this.placed(shard, wording, flags);
  };
  Server.prototype.read = async function (shard, wording, docs) {
    var self = this, flags = new Uint8Array(shard.docs);
    await Promise.all(docs.map(async function (doc) { flags[doc] = await holding(self, shard, doc, [[wording]]); }));
    return flags;
  };
  Server.prototype.placed = async function (shard, wording, flags) {
    var self = this, found = new Uint8Array(shard.docs), starts = null, some = grams(wording, 3, LONGEST);
    var lists = await Promise.all(some.map(function (gram) {
      return Promise.all([self.documents(shard, gram[1]), self.list(shard.folder, "p", shard.p, gram[1])]);
    }));
    for (var n = 0; n < some.length; n++) {
      /* What stands in few documents has no places: then few are left, and they are read. */
      if (!lists[n][1]) { return self.read(shard, wording, members(flags.map(function (flag, doc) { return flag && lists[n][0][doc]; }))); }
      starts = follow(lists[n][0], lists[n][1], some[n][0], starts, flags);
    }
    starts.forEach(function (begins, doc) {
      found[doc] = (flags[doc] & 2) && begins.some(function (place) { return place < TITLE; }) ? 3 : 1;
    });
    return found;
  };
  /* Document → where the wording may begin, of those that `before` left. */
  function follow(documents, data, offset, before, flags) {
    var reader = new Reader(data), kept = new Map(), docs = members(documents), counts = null;
    if (reader.bytes(1)[0] === 1) { counts = docs.map(function () { return reader.number(); }); }
    var at = reader.at;
    docs.forEach(function (doc, n) {
      var old = before ? before.get(doc) : null, here = [];
      for (var left = counts ? counts[n] : 1; left > 0; left--, at += 2) {
        var place = (data[at] | data[at + 1] << 8) - offset & 65535;
        if (flags[doc] && (!before || (old && old.indexOf(place) >= 0))) { here.push(place); }
      }
      if (here.length) { kept.set(doc, here); }
    });
    if (at !== data.length) { throw new Broken("places"); }
    return kept;
  }
  Server.prototype.fragment = async function (shard, doc) {
    return Object.assign({ v: shard.states[doc] }, await this.get(shard.folder + "/t/" + doc + ".json"));
  };
  Server.prototype.attached = function (shard, doc) { return this.get(shard.folder + "/a/" + doc + ".json"); };
  Server.prototype.filter = async function (shard, value) {
    var data = await this.list(shard.facts, "f", shard.f, value);
    return data ? chosen(new Reader(data), shard.docs) : new Uint8Array(shard.docs);
  };
  /* What is known of a name, see plugins/gongkai/exports/search_keys.py. */
  Server.prototype.known = async function (key) {
    var file = await this.get(this.keys.folder + "/" + bucket(key, this.keys.files) + ".json");
    return file[key[0] + spread(key).toString(16)] || [];
  };
  Server.prototype.keyed = async function (key) {
    var places = await this.known(key), found = [];
    for (var n = 0; n < places.length; n += 2) { found.push([places[n], places[n + 1]]); }
    return found;
  };
  Server.prototype.names = function (shard) { return this.get(shard.folder + "/names.json"); };

  /* 4 -------------------------------------------------------------------------------------- index from a disk */
  function Disk(base) { this.base = base; }
  Disk.prototype.open = async function () {
    await loaded(this.base + "all.js");
    var data = window.gongkaiTexts;
    if (!data || !Array.isArray(data.docs)) { throw new Broken("all.js"); }
    this.words = data.words || {};
    this.rows = data.docs;
    this.parts = data.docs.map(function (row) {
      return { title: normalise(row[0].t), whole: normalise([row[0].t, row[0].b].concat(row[1].map(function (pair) { return pair[1]; })).join("\n")) };
    });
    this.shards = [{ docs: data.docs.length, dead: Uint8Array.from(data.docs, function (row) { return row[4]; }) }];
    return this;
  };
  function loaded(address) {
    return new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = function () { failed(new Broken(address)); };
      document.head.appendChild(script);
    });
  }
  Disk.prototype.near = async function (shard, wording) {
    return Uint8Array.from(this.parts, function (part) { return has(part.title, wording) ? 3 : has(part.whole, wording) ? 1 : 0; });
  };
  Disk.prototype.sure = function () { return true; };
  Disk.prototype.exact = async function (shard, wording, flags) { return flags; };
  Disk.prototype.fragment = async function (shard, doc) { return Object.assign({ v: this.rows[doc][3] }, this.rows[doc][0]); };
  Disk.prototype.attached = async function (shard, doc) { return this.rows[doc][1]; };
  Disk.prototype.filter = async function (shard, value) {
    return Uint8Array.from(this.rows, function (row) { return row[2].indexOf(value) >= 0 ? 1 : 0; });
  };
  Disk.prototype.keyed = async function (key) {
    return members(Uint8Array.from(this.rows, function (row) { return keysOf(row[0]).indexOf(key) >= 0 ? 1 : 0; })).map(function (doc) { return [0, doc]; });
  };
  Disk.prototype.known = async function (key) {
    var found = new Set();
    this.rows.forEach(function (row) {
      var number = row[0].n && docNumber(row[0].n);
      if (number) { partsOf(number).forEach(function (pair) { if (pair[0] === key) { found.add(pair[1]); } }); }
    });
    return Array.from(found);
  };
  Disk.prototype.names = async function () {
    function all(key) { return function (row) { return row[0][key] || ""; }; }
    return {
      i: this.rows.map(all("i")), t: this.rows.map(all("t")),
      u: this.rows.map(function (row) { return row[0].u.split("/")[2]; })
    };
  };

  /* 5 ---------------------------------------------------------------------------------------------- finding */
  function members(flags) {
    var found = [];
    for (var n = 0; n < flags.length; n++) { if (flags[n]) { found.push(n); } }
    return found;
  }
  /* 3 when all groups of wordings are in a document's title, 1 when in the whole of it, else 0. What is attached is
     read only when it is needed. */
  async function holding(index, shard, doc, groups) {
    var fragment = await index.fragment(shard, doc), title = normalise(fragment.t);
    function all(text) { return groups.every(function (group) { return group.some(function (wording) { return has(text, wording); }); }); }
    if (all(title)) { return 3; }
    var text = title + "\n" + normalise(fragment.b);
    if (all(text)) { return 1; }
    if (!fragment.a) { return 0; }
    var attached = await index.attached(shard, doc);
    return all(text + "\n" + normalise(attached.map(function (pair) { return pair[1]; }).join("\n"))) ? 1 : 0;
  }
  function keysOf(fragment) {
    var number = fragment.n ? docNumber(fragment.n) : null;
    return ["i:" + squeeze(fragment.i).toUpperCase(), "t:" + normalise(fragment.t)]
      .concat(fragment.n ? ["n:" + (number ? number.text : squeeze(fragment.n))] : []);
  }

  /* Every wording of every group over one shard, put together: all groups, any of a group's wordings. */
  async function together(shard, groups, judge) {
    var each = await Promise.all(groups.map(async function (group) {
      var lists = await Promise.all(group.map(judge));
      return lists.reduce(function (all, list) { return all.map(function (flag, n) { return flag | list[n]; }); });
    }));
    return each.reduce(function (all, list) { return all.map(function (flag, n) { return flag & list[n]; }); });
  }
  function nearly(index, shard, groups) {
    return together(shard, groups, function (wording) { return index.near(shard, wording); });
  }
  function exactly(index, shard, groups, candidates) {
    return together(shard, groups, async function (wording) {
      var flags = await index.near(shard, wording);
      for (var n = 0; n < flags.length; n++) { if (!candidates[n]) { flags[n] = 0; } }
      return index.exact(shard, wording, flags);
    });
  }
  async function filtered(index, shard, flags, filters) {
    if (!filters.length || !members(flags).length) { return flags; }
    var lists = await Promise.all(filters.map(function (value) { return index.filter(shard, value); }));
    return flags.map(function (flag, n) { return lists.every(function (list) { return list[n]; }) ? flag : 0; });
  }

  /* Results in order: valid before dead, titles before bodies, the newest first; by date: the newest first. */
  function ranked(shards, flags, sort) {
    var ranks = [[], [], [], []];
    shards.forEach(function (shard, s) {
      members(flags[s]).forEach(function (doc) {
        var rank = sort === "date" ? 0 : (shard.dead[doc] ? 2 : 0) + (flags[s][doc] & 2 ? 0 : 1);
        ranks[rank].push([s, doc]);
      });
    });
    return [].concat(ranks[0], ranks[1], ranks[2], ranks[3]);
  }
  /* Documents whose number, index number or title the query is. Of many with one name the first are enough: a
     title is in the ordinary results as well. */
  async function named(index, query, filters) {
    var lists = await Promise.all(query.keys.map(function (key) { return index.keyed(key); })), found = [];
    var flags = index.shards.map(function (shard) { return new Uint8Array(shard.docs); });
    function order(a, b) { return a[2] - b[2] || a[0] - b[0] || a[1] - b[1]; }
    var some = [].concat.apply([], lists).map(function (hit) { return [hit[0], hit[1], index.shards[hit[0]].dead[hit[1]]]; });
    some.sort(order).slice(0, NAMED).forEach(function (hit) { flags[hit[0]][hit[1]] = 1; });
    await Promise.all(index.shards.map(async function (shard, s) {
      await Promise.all(members(await filtered(index, shard, flags[s], filters)).map(async function (doc) {
        var own = keysOf(await index.fragment(shard, doc));
        if (query.keys.some(function (key) { return own.indexOf(key) >= 0; })) { found.push([s, doc, shard.dead[doc]]); }
      }));
    }));
    return found.sort(order).map(function (hit) { return hit.slice(0, 2); });
  }
  function first(leading, others) {
    var there = new Set(leading.map(String));
    return leading.concat(others.filter(function (hit) { return !there.has(String(hit)); }));
  }

  /* What is in the page is drawn before the counting of all results begins. */
  function drawn() { return new Promise(function (done) { setTimeout(done, 20); }); }

  /* The whole answer. `early` gets the first results as soon as they are certain, before all are counted. */
  async function find(index, query, filters, sort, early) {
    if (!query.groups.length) { return []; }
    var shards = index.shards;
    var leading = sort === "date" ? Promise.resolve([]) : named(index, query, filters);
    var near = await Promise.all(shards.map(async function (shard) {
      return filtered(index, shard, await nearly(index, shard, query.groups), filters);
    }));
    leading = await leading;
    if (query.groups.every(function (group) { return group.every(function (wording) { return index.sure(wording); }); })) {
      return first(leading, ranked(shards, near, sort));
    }
    var checked = new Set();
    if (early) {
      var sure = await certain(index, query, leading, near, sort, checked);
      if (sure && sure.length) { await early(sure); await drawn(); }
    }
    await settle(index, query, near, checked);
    return first(leading, ranked(shards, near, sort));
  }
  /* The first page by reading the texts of its candidates, if few of them turn out to be none. What is read is put
     right in `flags` and noted in `checked`. */
  async function certain(index, query, leading, flags, sort, checked) {
    var skip = new Set(leading.map(String));
    for (var take = PAGE; checked.size < 4 * PAGE; take = PAGE + checked.size) {
      var hits = first(leading, ranked(index.shards, flags, sort));
      var open = hits.slice(0, take).filter(function (hit) { return !checked.has(String(hit)) && !skip.has(String(hit)); });
      if (!hits.slice(0, PAGE).some(function (hit) { return open.indexOf(hit) >= 0; })) { return hits.slice(0, PAGE); }
      await look(index, query, flags, open, checked);
    }
    return null;
  }
  async function look(index, query, flags, hits, checked) {
    await Promise.all(hits.map(async function (hit) {
      flags[hit[0]][hit[1]] = await holding(index, index.shards[hit[0]], hit[1], query.groups);
      checked.add(String(hit));
    }));
  }
  /* Puts all flags right: by reading the texts where few are left, else by the places of the threes. */
  async function settle(index, query, flags, checked) {
    var open = [];
    flags.forEach(function (list, s) {
      members(list).forEach(function (doc) { if (!checked.has(String([s, doc]))) { open.push([s, doc]); } });
    });
    if (open.length <= LOOKS) { return look(index, query, flags, open, checked); }
    await Promise.all(index.shards.map(async function (shard, s) {
      if (members(flags[s]).length) { flags[s] = await exactly(index, shard, query.groups, flags[s]); }
    }));
  }

  /* Document numbers that look like one that is not there: same word and year, the nearest serial numbers first;
     then the same serial number of another year or word. As fragments. */
  async function numbersLike(index, number) {
    var keys = partsOf(number).map(function (pair) { return pair[0]; });
    var known = await Promise.all(keys.map(function (key) { return index.known(key); })), far = new Map();
    function like(distance, word, year, serial) { far.set(numberText(word, year, serial), distance); }
    known[2].forEach(function (word) { like(1000, word, number.year, number.number); });
    known[1].forEach(function (year) { like(1000 + Math.abs(year - number.year), number.word, year, number.number); });
    known[0].forEach(function (serial) { like(Math.abs(serial - number.number), number.word, number.year, serial); });
    far.delete(numberText(number.word, number.year, number.number));
    var nearest = Array.from(far).sort(function (a, b) { return a[1] - b[1] || (a[0] < b[0] ? -1 : 1); }).slice(0, LIKE);
    var lists = await Promise.all(nearest.map(function (pair) {
      return named(index, { keys: ["n:" + pair[0]] }, []).then(function (hits) {
        return Promise.all(hits.map(function (hit) { return index.fragment(index.shards[hit[0]], hit[1]); }));
      });
    }));
    return [].concat.apply([], lists).slice(0, LIKE);
  }
  async function shorter(index, query) {
    var found = [];
    for (var group of query.groups) {
      var characters = Array.from(group[0]), half = Math.ceil(characters.length / 2);
      if (characters.length < 3) { continue; }
      var tries = [characters.slice(0, -1), characters.slice(1), characters.slice(0, half), characters.slice(-half), characters.slice(0, 2), characters.slice(-2)];
      for (var some of tries) {
        var word = some.join("");
        if (found.indexOf(word) < 0 && some.length > 1 && found.length < 4 && await anywhere(index, word)) { found.push(word); }
      }
    }
    if (query.groups.length > 1) {
      for (var each of query.groups) { if (found.indexOf(each[0]) < 0 && await anywhere(index, each[0])) { found.push(each[0]); } }
    }
    return found;
  }
  /* Whether a word is found at all: most are in the newest shard, the others are asked together. */
  async function anywhere(index, word) {
    async function inside(shard) { return members(await index.exact(shard, word, await index.near(shard, word))).length > 0; }
    return index.shards.length > 0 && await inside(index.shards[0]) || (await Promise.all(index.shards.slice(1).map(inside))).some(Boolean);
  }

  /* 6 ------------------------------------------------------------------------------------------------- page */
  var place = document.getElementById("gk-found");
  if (!place) { return; }
  var form = document.getElementById("gk-search"), status = document.getElementById("gk-search-status");
  var root = place.getAttribute("data-root"), plain = /index\.html$/.test(place.getAttribute("data-plain"));
  var opened = null, turn = 0;

  function index() {
    if (!opened) {
      opened = (location.protocol === "file:" ? new Disk(root + "/search/") : new Server(root + "/search/")).open();
      opened.catch(function () { opened = null; });
    }
    return opened;
  }
  function address(path) { return root + path + (plain && path.slice(-1) === "/" ? "index.html" : ""); }

  function node(name, properties) {
    var made = document.createElement(name);
    Object.keys(properties || {}).forEach(function (key) { made.setAttribute(key, properties[key]); });
    Array.prototype.slice.call(arguments, 2).forEach(function (child) { if (child) { made.append(child); } });
    return made;
  }
  function sentence(text) { return node("p", { "class": "gk-empty" }, text); }

  /* Text with the places of the wordings marked. */
  function marked(text, wordings, around) {
    var map = mapped(text), spans = [];
    wordings.forEach(function (wording) {
      for (var at = seek(map.text, wording, 0); at >= 0 && spans.length < 40; at = seek(map.text, wording, at + wording.length)) {
        spans.push([map.from[at], map.from[at + wording.length]]);
      }
    });
    spans.sort(function (a, b) { return a[0] - b[0]; });
    var start = 0, end = text.length, out = document.createDocumentFragment();
    if (around) {
      start = Math.max(0, (spans.length ? spans[0][0] : 0) - 30);
      end = Math.min(text.length, start + around);
    }
    if (start > 0) { out.append("…"); }
    spans.forEach(function (span) {
      if (span[0] < start || span[1] > end) { return; }
      out.append(text.slice(start, span[0]), node("mark", {}, text.slice(span[0], span[1])));
      start = span[1];
    });
    out.append(text.slice(start, end), end < text.length ? "…" : "");
    return spans.length ? out : around ? document.createTextNode(text.slice(0, around) + (text.length > around ? "…" : "")) : document.createTextNode(text);
  }
  function excerpt(fragment, attached, wordings) {
    function any(text) { var folded = normalise(text); return wordings.some(function (wording) { return has(folded, wording); }); }
    if (!any(fragment.t) && !any(fragment.b)) {
      for (var pair of attached) {
        if (any(pair[1])) { return node("p", { "class": "gk-hit__text" }, node("span", { "class": "gk-tag" }, "附件《" + pair[0] + "》"), " ", marked(pair[1], wordings, 140)); }
      }
    }
    return fragment.b ? node("p", { "class": "gk-hit__text" }, marked(fragment.b, wordings, 140)) : null;
  }
  function row(fragment, attached, wordings) {
    var tone = { "有效": "good", "已废止": "dead", "已失效": "dead" }[fragment.v] || "plain";
    return node("li", { "class": "gk-hit", "data-item": fragment.i },
      node("p", { "class": "gk-hit__title" }, node("a", { href: address(fragment.u) }, marked(fragment.t, wordings, 0)),
        fragment.v ? " " : null, fragment.v ? node("span", { "class": "gk-badge gk-badge--" + tone }, fragment.v) : null),
      excerpt(fragment, attached, wordings),
      node("p", { "class": "gk-note" }, [fragment.n, fragment.d, fragment.c].filter(Boolean).join("　")));
  }

  function state() {
    var asked = new URLSearchParams(location.search), filters = [], values = {};
    form.querySelectorAll("select").forEach(function (box) {
      var value = asked.get(box.name) || "";
      box.value = value;
      if (box.value !== value) { box.value = ""; }
      if (value && box.name !== "sort") { filters.push(box.name + ":" + value); values[box.name] = value; }
    });
    form.elements.q.value = asked.get("q") || "";
    return { text: asked.get("q") || "", filters: filters, sort: asked.get("sort") === "date" ? "date" : "", page: Math.max(1, parseInt(asked.get("page"), 10) || 1) };
  }
  function link(text, changes) {
    var asked = new URLSearchParams(location.search);
    Object.keys(changes).forEach(function (key) { if (changes[key]) { asked.set(key, changes[key]); } else { asked.delete(key); } });
    return node("a", { href: "?" + asked.toString() }, text);
  }

  async function show() {
    var now = state(), mine = ++turn;
    place.removeAttribute("data-total");
    place.setAttribute("aria-busy", "true");
    function current() { return mine === turn; }
    if (!now.text.trim()) {
      place.replaceChildren();
      status.textContent = "请在上面写要找的字词、文号或索引号。";
      return done();
    }
    status.textContent = "正在查找……";
    try {
      var found = await index(), query = parse(now.text, found.words);
      var hits = await find(found, query, now.filters, now.sort, now.page === 1 && function (sure) {
        return current() ? list(found, query, sure, 1, 0, current) : null;
      });
      if (!current()) { return; }
      if (hits.length) { await list(found, query, hits, now.page, hits.length, current); }
      if (!current()) { return; }
      tell(hits.length, query);
      if (!hits.length) { place.replaceChildren(); }
      done(hits.length);
      if (!hits.length) { await nothing(found, query, now, current); }
    } catch (error) {
      if (current()) { broken(); done(); }
    }
  }
  function done(total) {
    place.removeAttribute("aria-busy");
    place.setAttribute("data-total", String(total || 0));
  }
  function tell(total, query) {
    var cut = query.cut ? "（写得太长，只用了前 " + LONGEST + " 个字）" : "";
    status.textContent = (total ? "找到 " + total + " 条信息。" : "没有找到符合的信息。") + cut;
  }
  function broken() {
    place.replaceChildren(sentence(location.protocol === "file:"
      ? "查找用的数据不在这里：信息超过 2000 条的网站，离线时不能全文查找。"
      : "查找用的数据没有读到，可能正在更新或没有传全。请刷新本页再试。"),
    sentence("也可以用下面的信息索引查找。"));
    status.textContent = "现在不能全文查找。";
    document.getElementById("gk-search-else").hidden = false;
  }
  /* What a result shows: its own text, and its attachments' where the words are only there. */
  async function texts(found, hit, wordings) {
    var shard = found.shards[hit[0]], fragment = await found.fragment(shard, hit[1]);
    var own = normalise(fragment.t + "\n" + fragment.b);
    var away = fragment.a && !wordings.some(function (wording) { return has(own, wording); });
    return [fragment, away ? await found.attached(shard, hit[1]) : []];
  }
  async function list(found, query, hits, page, total, current) {
    var last = Math.max(1, Math.ceil(hits.length / PAGE)), at = Math.min(page, last);
    var wordings = [].concat.apply([], query.groups);
    var shown = await Promise.all(hits.slice((at - 1) * PAGE, at * PAGE).map(function (hit) { return texts(found, hit, wordings); }));
    if (!current()) { return; }
    var rows = node("ol", { "class": "gk-hits", start: String((at - 1) * PAGE + 1) });
    shown.forEach(function (pair) { rows.append(row(pair[0], pair[1], wordings)); });
    place.replaceChildren(rows);
    document.getElementById("gk-search-else").hidden = true;
    if (total && last > 1) {
      place.append(node("nav", { "class": "gk-pager", "aria-label": "结果翻页" },
        at > 1 ? link("上一页", { page: at > 2 ? String(at - 1) : "" }) : null,
        node("span", {}, "第 " + at + " 页，共 " + last + " 页"),
        at < last ? link("下一页", { page: String(at + 1) }) : null));
    }
  }
  async function nothing(found, query, now, current) {
    var advice = [];
    if (now.filters.length) {
      var bare = { page: "" };
      form.querySelectorAll("select").forEach(function (box) { bare[box.name] = ""; });
      advice.push(node("p", {}, link("去掉筛选条件再查", bare)));
    }
    var like = query.number ? await numbersLike(found, query.number) : [];
    if (like.length) {
      var rows = node("ul", { "class": "gk-lines" });
      like.forEach(function (each) { rows.append(node("li", {}, node("a", { href: address(each.u) }, each.n + " " + each.t))); });
      advice.push(node("p", {}, "没有这个文号。相近的文号有："), rows);
    }
    var words = like.length ? [] : await shorter(found, query);
    if (words.length) {
      var line = node("p", {}, "换短一些的词：");
      words.forEach(function (word) { line.append(link(word, { q: word, page: "" }), " "); });
      advice.push(line);
    }
    if (!current()) { return; }
    place.replaceChildren.apply(place, [sentence("没有找到“" + query.raw + "”。")].concat(advice));
    document.getElementById("gk-search-else").hidden = false;
  }

  /* On a wide screen, or when something is chosen, the filters stand open; on a phone the results come first. */
  function unfold() {
    var more = document.getElementById("gk-search-more"), boxes = Array.from(form.querySelectorAll("select"));
    if (more) { more.open = window.matchMedia("(min-width: 45em)").matches || boxes.some(function (box) { return box.value; }); }
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    var asked = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (value) { asked.set(name, value); } });
    history.pushState(null, "", location.pathname + "?" + asked.toString());
    show();
  });
  form.addEventListener("change", function (event) { if (event.target.tagName === "SELECT" && form.elements.q.value.trim()) { form.requestSubmit(); } });
  window.addEventListener("popstate", show);

  window.gongkai = window.gongkai || {};
  window.gongkai.search = async function (text) {
    var found = await index(), query = parse(String(text), found.words);
    var hits = await find(found, query, [], "", null);
    var needed = new Set(hits.map(function (hit) { return hit[0]; })), names = [];
    await Promise.all(Array.from(needed).map(async function (s) { names[s] = await found.names(found.shards[s]); }));
    return {
      total: hits.length,
      items: hits.map(function (hit) {
        var name = names[hit[0]];
        return { index_number: name.i[hit[1]], url: address("/info/" + name.u[hit[1]] + "/"), title: name.t[hit[1]] };
      })
    };
  };
  show();
  unfold();
})();
