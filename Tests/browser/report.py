#!/usr/bin/env python3
"""Opens reports in a headless browser, as a reader would: sorts, searches, prints, without network and without scripts.

Usage: report.py GRAPHQ DATA [PDF]. Without a browser only what the page says of itself is checked.
"""

import base64
import hashlib
import os
import re
import subprocess
import sys
import tempfile

import devtools

REPORTS = [["RMC 01"], ["RMC 01", "--lang", "nl"], ["Oldambt"], ["AM05"]]
failures = []


def expect(holds, what):
    if not holds:
        failures.append(what)
        print("  fails:", what)


def made(graphq, data, words, folder):
    path = os.path.join(folder, "report.html")
    run = subprocess.run([graphq, "-d", data, "report", *words, "--at", "2026-11-21", "-o", path], capture_output=True)
    expect(run.returncode == 0 and not run.stdout and not run.stderr, "the report is written: " + run.stderr.decode())
    return path


def check_policy(text):
    script = re.search(r"<script>(.*?)</script>", text, re.S).group(1)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    expect("script-src 'sha256-%s'" % digest in text, "the policy knows the script by its hash: " + digest)
    expect("default-src 'none'" in text, "the policy forbids the network")
    expect(text.count("<script") == 1, "there is one script")


# In the page: what is wrong with its structure, as a list of texts.
STRUCTURE = """(function(){
  var wrong=[],ids={},last=0;
  document.querySelectorAll('[id]').forEach(function(e){if(ids[e.id])wrong.push('id twice: '+e.id);ids[e.id]=true});
  document.querySelectorAll('a[href^="#"]').forEach(function(a){
    if(!ids[a.getAttribute('href').slice(1)])wrong.push('leads nowhere: '+a.getAttribute('href'))});
  document.querySelectorAll('h1,h2,h3,h4').forEach(function(h){
    var level=+h.tagName[1];if(level>last+1)wrong.push('heading skips a level: '+h.textContent);last=level});
  if(document.querySelectorAll('h1').length!==1)wrong.push('not one h1');
  ['header','nav','main','footer'].forEach(function(n){if(document.querySelectorAll(n).length!==1)wrong.push('no '+n)});
  document.querySelectorAll('table').forEach(function(t){
    if(!t.caption||!t.caption.textContent.trim())wrong.push('table without caption');
    t.querySelectorAll('th').forEach(function(h){if(!h.scope)wrong.push('head without scope: '+h.textContent)});
    Array.prototype.forEach.call(t.tBodies[0].rows,function(r){
      if(r.cells.length!==t.tHead.rows[0].cells.length)wrong.push('row of another length: '+r.textContent)})});
  document.querySelectorAll('figure svg').forEach(function(s){
    if(s.getAttribute('role')!=='img'||!s.querySelector('title'))wrong.push('picture without role or title')});
  return wrong;
})()"""

# In the page: texts with too little contrast (WCAG 2, 4.5 to 1).
CONTRAST = """(function(){
  function parts(c){return c.match(/[\\d.]+/g).map(Number)}
  function light(c){var l=parts(c).slice(0,3).map(function(v){v/=255;return v<=.03928?v/12.92:Math.pow((v+.055)/1.055,2.4)});
    return .2126*l[0]+.7152*l[1]+.0722*l[2]}
  function ground(e){for(;e;e=e.parentElement){var c=getComputedStyle(e).backgroundColor,p=parts(c);
    if(p.length<4||p[3]>0)return c}return 'rgb(255,255,255)'}
  var wrong={};
  document.querySelectorAll('body *:not(svg):not(svg *):not(script)').forEach(function(e){
    if(!Array.prototype.some.call(e.childNodes,function(n){return n.nodeType===3&&n.textContent.trim()}))return;
    var a=light(getComputedStyle(e).color),b=light(ground(e));
    var ratio=(Math.max(a,b)+.05)/(Math.min(a,b)+.05);
    if(ratio<4.5)wrong[e.tagName+'.'+e.className+' '+ratio.toFixed(1)]=true});
  return Object.keys(wrong);
})()"""

# In the page: the texts of one column of the longest table, and a few helpers.
HELPERS = """(function(){
  var tables=Array.prototype.slice.call(document.querySelectorAll('table:not(.matrix)'));
  window.longest=tables.sort(function(a,b){return b.tBodies[0].rows.length-a.tBodies[0].rows.length})[0];
  window.column=function(n){return Array.prototype.map.call(longest.tBodies[0].rows,function(r){
    return r.cells[n].textContent})};
  window.shown=function(){return Array.prototype.filter.call(longest.tBodies[0].rows,function(r){
    return r.getClientRects().length>0}).length};
  window.field=function(){return longest.parentNode.previousElementSibling.querySelector('input')};
  return longest.tBodies[0].rows.length;
})()"""


def check_page(browser, path, text):
    browser.open("file://" + path)
    for wrong in browser.value(STRUCTURE) + browser.value(CONTRAST):
        expect(False, wrong)
    rows = browser.value(HELPERS)
    if rows > 5:
        check_sorting(browser)
        check_searching(browser, rows)
    check_policy_holds(browser)
    check_quiet(browser, path)


def check_sorting(browser):
    before = browser.value("column(0)")
    browser.value("longest.tHead.rows[0].cells[0].querySelector('button').focus()")
    browser.press("Enter", 13)
    compare = "new Intl.Collator(document.documentElement.lang,{numeric:true,sensitivity:'base'}).compare"
    once = browser.value("column(0)")
    expect(once == browser.value("column(0).sort(%s)" % compare), "Enter on a head sorts")
    expect(sorted(once) == sorted(before), "sorting keeps all rows")
    expect(browser.value("longest.tHead.rows[0].cells[0].getAttribute('aria-sort')") == "ascending", "aria-sort says so")
    browser.press("Enter", 13)
    order = "column(0).every(function(t,i,a){return !i||%s(a[i-1],t)>=0})" % compare
    expect(browser.value(order), "Enter again sorts the other way")
    expect(browser.value("longest.tHead.rows[0].cells[0].getAttribute('aria-sort')") == "descending", "aria-sort follows")
    heads = "Array.prototype.filter.call(longest.tHead.rows[0].cells,function(h){return h.hasAttribute('aria-sort')}).length"
    browser.value("longest.tHead.rows[0].cells[1].querySelector('button').click()")
    expect(browser.value(heads) == 1, "one column at a time is sorted")
    expect(browser.value("document.querySelector('[role=status]').textContent") != "", "sorting is announced")


def check_searching(browser, rows):
    word = browser.value("longest.tBodies[0].rows[0].cells[0].textContent")
    search = "field().value=%s;field().dispatchEvent(new Event('input'));shown()"
    browser.value("window.word=%r" % word)
    found = browser.value(search % "word.toUpperCase()")
    expect(1 <= found < rows or browser.value("new Set(column(0)).size") == 1, "a search leaves some rows: %d" % found)
    expect(browser.value("document.querySelector('[role=status]').textContent").startswith(str(found)), "and tells how many")
    expect(browser.value(search % "'no such text anywhere'") == 0, "a search for what is not there leaves none")
    expect(browser.value(search % "''") == rows, "an empty search leaves all")
    browser.value("field().focus()")
    outline = browser.value("getComputedStyle(field()).outlineStyle")
    expect(outline == "solid", "the focus can be seen")


def check_policy_holds(browser):
    fetched = "fetch('https://example.org/').then(function(){return 'fetched'},function(){return 'refused'})"
    expect(browser.value(fetched) == "refused", "nothing can be fetched")
    inject = "var s=document.createElement('script');s.textContent='window.injected=1';document.body.appendChild(s);window.injected"
    expect(browser.value(inject) is None, "no other script runs")


def check_quiet(browser, path):
    """No errors but those of the two attempts above, and no request but for the page itself."""
    for event in browser.events:
        parameters = event.get("params", {})
        if event["method"] == "Runtime.exceptionThrown":
            expect(False, "an exception: " + str(parameters))
        if event["method"] == "Log.entryAdded" and "Content Security Policy" not in parameters["entry"]["text"]:
            expect(False, "in the log: " + parameters["entry"]["text"])
        if event["method"] == "Network.requestWillBeSent":
            address = parameters["request"]["url"]
            expect(address in ("file://" + path, "https://example.org/"), "a request: " + address)


def check_print(browser, path, copy):
    browser.open("file://" + path)
    printed = browser.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
    content = base64.b64decode(printed)
    if copy:
        with open(copy, "wb") as file:
            file.write(content)
    pages = max(int(number) for number in re.findall(rb"/Count (\d+)", content))
    expect(2 <= pages <= 30, "a sensible number of pages: %d" % pages)
    browser.call("Emulation.setEmulatedMedia", media="print")
    browser.call("Emulation.setScrollbarsHidden", hidden=True)
    # The room on A4 within the margins, in pixels: upright, and on its side for broad tables.
    for width, height, parts in [(680, 980, "div:not(.broad)>.table,figure"), (1009, 650, ".broad>.table")]:
        browser.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        wide = browser.value(
            "Array.prototype.filter.call(document.querySelectorAll('%s'),function(t){"
            "return t.scrollWidth>t.clientWidth+1}).map(function(t){"
            "return t.scrollWidth+' '+t.textContent.trim().slice(0,60)})" % parts)
        for table in wide:
            expect(False, "wider than the paper: " + table)
    heads = browser.value(
        "Array.prototype.every.call(document.querySelectorAll('thead th'),function(h){return h.innerText.trim()!==''})")
    expect(heads, "heads are printed")
    browser.call("Emulation.setScrollbarsHidden", hidden=False)
    browser.call("Emulation.clearDeviceMetricsOverride")
    browser.call("Emulation.setEmulatedMedia", media="")
    return pages


def check_without_script(browser, path):
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open("file://" + path)
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    empty = browser.value(
        "Array.prototype.filter.call(document.querySelectorAll('section'),function(s){return !s.innerText.trim()}).length")
    expect(empty == 0, "without scripts every section says something")
    hidden = browser.value(
        "Array.prototype.filter.call(document.querySelectorAll('tbody tr'),function(r){"
        "return !r.getClientRects().length}).length")
    expect(hidden == 0, "without scripts every row is there")
    expect(browser.value("document.querySelector('noscript').innerText.trim()!==''"), "and a line says what is missing")


def main():
    graphq, data = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
    copy = sys.argv[3] if len(sys.argv) > 3 else None
    path = devtools.find()
    if not path:
        print("no browser here: only the policy of the pages is checked")
    browser = devtools.Browser(path) if path else None
    with tempfile.TemporaryDirectory() as folder:
        for words in REPORTS:
            page = made(graphq, data, words, folder)
            with open(page, encoding="utf-8") as file:
                text = file.read()
            check_policy(text)
            pages = "?"
            if browser:
                check_page(browser, page, text)
                pages = check_print(browser, page, copy)
                check_without_script(browser, page)
            print("report", *words, "- %d bytes, %s pages" % (len(text.encode()), pages))
    if browser:
        browser.close()
    print("%d failures" % len(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
