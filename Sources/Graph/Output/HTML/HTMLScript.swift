/// The script of pages: a field to search in each table of some length, and heads that sort it.
///
/// Everything can be done from the keyboard. What the script finds is announced to a screen reader.
enum HTMLScript {
  /// What the page's policy knows the script by: `sha256-` and the hash of `text` in base64. `Tests/browser` compares them.
  static let hash = "sha256-rYohlULi1WZTf6HV7reHZzERNjvxl2EO2u9peF+LZAo="

  static let text = """
    (function(){
      'use strict';
      var nl=document.documentElement.lang==='nl',list=Array.prototype.slice;
      var compare=new Intl.Collator(nl?'nl':'en',{numeric:true,sensitivity:'base'}).compare;
      var status=document.createElement('p');
      status.className='hidden';status.setAttribute('role','status');document.body.appendChild(status);
      function searchable(table,rows){
        var label=document.createElement('label'),field=document.createElement('input');
        var caption=table.caption&&table.caption.firstElementChild;
        label.className='search';label.textContent=nl?'Zoek in deze tabel':'Search this table';
        field.type='search';
        if(caption&&caption.textContent)field.setAttribute('aria-label',label.textContent+': '+caption.textContent);
        label.appendChild(field);table.parentNode.parentNode.insertBefore(label,table.parentNode);
        field.addEventListener('input',function(){
          var text=field.value.toLowerCase(),shown=0;
          rows.forEach(function(row){
            row.hidden=row.textContent.toLowerCase().indexOf(text)<0;
            if(!row.hidden)shown+=1;
          });
          status.textContent=shown+(nl?' van ':' of ')+rows.length+(nl?' rijen':' rows');
        });
      }
      function sortable(table,rows){
        var heads=list.call(table.tHead.rows[0].cells);
        heads.forEach(function(head,place){
          var button=document.createElement('button');
          button.type='button';button.textContent=head.textContent;
          head.firstElementChild.className='plain';head.appendChild(button);
          button.addEventListener('click',function(){
            var down=head.getAttribute('aria-sort')==='ascending';
            heads.forEach(function(other){other.removeAttribute('aria-sort')});
            head.setAttribute('aria-sort',down?'descending':'ascending');
            rows.slice().sort(function(a,b){
              var order=compare(a.cells[place].textContent,b.cells[place].textContent);
              return down?-order:order;
            }).forEach(function(row){table.tBodies[0].appendChild(row)});
            status.textContent=button.textContent+': '+(down?(nl?'aflopend':'descending'):(nl?'oplopend':'ascending'));
          });
        });
      }
      list.call(document.querySelectorAll('table')).forEach(function(table){
        var rows=list.call(table.tBodies[0].rows),box=table.parentNode;
        if(rows.length>5)searchable(table,rows);
        if(rows.length>1)sortable(table,rows);
        if(box.scrollWidth>box.clientWidth)box.tabIndex=0;
      });
      window.addEventListener('beforeprint',function(){
        list.call(document.querySelectorAll('tr[hidden]')).forEach(function(row){row.hidden=false});
        list.call(document.querySelectorAll('.search input')).forEach(function(field){field.value=''});
      });
    })();
    """
}
