/// What every page carries with it.
enum HTMLPage {
  /// Readable on a screen and on paper; black on white, so that grey print loses nothing.
  static let style = """
    body{font:15px/1.45 Helvetica,Arial,'DejaVu Sans',sans-serif;color:#111;background:#fff;margin:0}
    main{max-width:70rem;margin:0 auto;padding:1rem}
    h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
    .view,.why,.notes{color:#444;font-size:.9rem}
    table{border-collapse:collapse;width:100%}caption{text-align:left;color:#444;font-size:.85rem;padding:.2rem 0}
    th,td{border:1px solid #999;padding:.25rem .5rem;text-align:left;vertical-align:top}
    th{background:#eee}th button{font:inherit;font-weight:bold;background:none;border:0;padding:0;cursor:pointer}
    th button:focus,input:focus{outline:3px solid #0072b2}
    td.number{text-align:right}figure{margin:1rem 0}figure svg{max-width:100%;height:auto}
    label{display:block;margin:.5rem 0}
    @media print{label{display:none}section,tr{break-inside:avoid}main{max-width:none;padding:0}}
    """

  /// Gives each table a field to search in and makes its heads buttons that sort.
  static let script = """
    (function(){
      var nl=document.documentElement.lang==='nl';
      document.querySelectorAll('table').forEach(function(table){
        var body=table.tBodies[0],rows=Array.prototype.slice.call(body.rows);
        if(rows.length<2)return;
        var label=document.createElement('label'),field=document.createElement('input');
        label.textContent=nl?'Zoek in deze tabel: ':'Search this table: ';
        field.type='search';label.appendChild(field);table.parentNode.insertBefore(label,table);
        field.addEventListener('input',function(){
          var text=field.value.toLowerCase();
          rows.forEach(function(row){row.hidden=row.textContent.toLowerCase().indexOf(text)<0});
        });
        Array.prototype.forEach.call(table.tHead.rows[0].cells,function(head,place){
          var button=document.createElement('button');
          button.type='button';button.textContent=head.textContent;head.textContent='';head.appendChild(button);
          button.addEventListener('click',function(){
            var down=head.getAttribute('aria-sort')==='ascending';
            Array.prototype.forEach.call(table.tHead.rows[0].cells,function(other){other.removeAttribute('aria-sort')});
            head.setAttribute('aria-sort',down?'descending':'ascending');
            rows.sort(function(a,b){
              var x=a.cells[place].textContent,y=b.cells[place].textContent;
              var order=x.localeCompare(y,nl?'nl':'en',{numeric:true});
              return down?-order:order;
            });
            rows.forEach(function(row){body.appendChild(row)});
          });
        });
      });
    })();
    """
}
