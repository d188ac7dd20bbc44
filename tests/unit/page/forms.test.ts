// The same idea in each form in which wikis write ideas: all must read alike.
import { describe, expect, it } from 'vitest';
import { ICON, readOne, user } from './read.ts';

const comment = `${ICON}&#160;<b>${user('Wickham')} 15:24, 17 February 2014 (UTC):</b> How big is it?`;

const FORMS: Readonly<Record<string, string>> = {
  'table rows with one cell': `<h4><span class="mw-headline" id="Float">Float</span></h4>
    <table><tbody><tr><td><b>Date of insert:</b> 17/02/2014; <b>Verified:</b> Not updated in 2020; <b>GSoC:</b> Yes</td></tr>
    <tr><td><b>Technical contact:</b> Odile Marsh &lt;odile@marsh.example&gt;</td></tr><tr><td><b>Difficulty:</b> Low-Medium</td></tr>
    <tr><td><b>Skills Needed:</b> You need:<ul><li>C</li><li>Rope</li></ul></td></tr>
    <tr><td><b>Description:</b> A float.<p>It floats.</p><ul><li>One step</li></ul></td></tr>
    <tr><td><b>Outcomes:</b> It rises</td></tr><tr><td></td></tr>
    <tr><td><b>Peer Review Comments</b><br>(delete as addressed)<ul><li>${comment}</li></ul></td></tr></tbody></table>`,
  'table rows with two cells': `<div class="mw-heading mw-heading4"><h4 id="Float">Float</h4><span class="mw-editsection">[edit]</span></div>
    <table><tbody><tr><th>Date of insert</th><td>17/02/2014</td></tr><tr><th>Verified</th><td>Not updated in 2020</td></tr>
    <tr><th>GSoC</th><td>Yes</td></tr><tr><td>Technical contact</td><td>Odile Marsh &lt;odile@marsh.example&gt;</td></tr>
    <tr><td><b>Difficulty</b></td><td>Low-Medium</td></tr><tr><th>Skills Needed:</th><td>You need:<ul><li>C</li><li>Rope</li></ul></td></tr>
    <tr><th>Description</th><td><p>A float.</p><p>It floats.</p><ul><li>One step</li></ul></td></tr><tr><th>Outcomes</th><td>It rises</td></tr>
    <tr><th>Peer Review Comments</th><td>(delete as addressed)<ul><li>${comment}</li></ul></td></tr></tbody></table>`,
  'a row for the label and one for the value': `<h4 id="Float">Float</h4>
    <table><tbody><tr><th>Date of insert</th></tr><tr><td>17/02/2014</td></tr><tr><th>Verified</th></tr><tr><td>Not updated in 2020</td></tr>
    <tr><th>GSoC</th></tr><tr><td>Yes</td></tr><tr><th>Technical contact</th></tr><tr><td>Odile Marsh &lt;odile@marsh.example&gt;</td></tr>
    <tr><th>Difficulty</th></tr><tr><td>Low-Medium</td></tr><tr><th>Skills Needed</th></tr><tr><td>You need:<ul><li>C</li><li>Rope</li></ul></td></tr>
    <tr><th>Description</th></tr><tr><td>A float. It floats.<ul><li>One step</li></ul></td></tr><tr><th>Outcomes</th></tr><tr><td>It rises</td></tr>
    <tr><th>Peer Review Comments</th></tr><tr><td>(delete as addressed)<ul><li>${comment}</li></ul></td></tr></tbody></table>`,
  'paragraphs with line breaks': `<h3><span class="mw-headline" id="Float">Float</span></h3>
    <p><b>Date of insert:</b> 17/02/2014; <b>Verified:</b> Not updated in 2020; <b>GSoC:</b> Yes<br>
    <b>Technical contact:</b> Odile Marsh &lt;odile@marsh.example&gt;<br><b>Difficulty:</b> Low-Medium<br><b>Skills Needed:</b> You need:</p>
    <ul><li>C</li><li>Rope</li></ul><p><b>Description:</b><br>A float.</p><p>It floats.</p><ul><li>One step</li></ul>
    <p><b>Outcomes:</b> It rises</p><p><b>Peer Review Comments</b></p><p>(delete as addressed)</p><ul><li>${comment}</li></ul><p><br></p>`,
  'plain words without bold': `<h3 id="Float">Float</h3><p>Date of insert: 17/02/2014<br>Verified: Not updated in 2020<br>GSoC: Yes<br>
    Technical contact: Odile Marsh &lt;odile@marsh.example&gt;<br>Difficulty: Low-Medium<br>Skills Needed: C, Rope</p>
    <p>Description: A float.</p><p>It floats.</p><ul><li>One step</li></ul><p>Outcomes: It rises</p>
    <p>Peer Review Comments</p><ul><li>${comment}</li></ul>`,
  'a definition list that breaks off at bullets': `<h4 id="Float">Float</h4>
    <dl><dt>Date of insert</dt><dd>17/02/2014</dd><dt>Verified</dt><dd>Not updated in 2020</dd><dt>GSoC</dt><dd>Yes</dd>
    <dt>Technical contact</dt><dd>Odile Marsh &lt;odile@marsh.example&gt;</dd><dt>Difficulty</dt><dd>Low-Medium</dd>
    <dt>Skills Needed</dt><dd>You need:</dd></dl><ul><li>C</li><li>Rope</li></ul><dl><dt>Description</dt><dd>A float.</dd></dl>
    <p>It floats.</p><ul><li>One step</li></ul><dl><dt>Outcomes</dt><dd>It rises</dd><dt>Peer Review Comments</dt></dl><ul><li>${comment}</li></ul>`,
  'a card of div and dl': `<div class="card"><h4 id="Float">Float</h4><dl><div><dt>Date of insert:</dt><dd>17/02/2014</dd></div>
    <div><dt>Verified:</dt><dd>Not updated in 2020</dd></div><div><dt>GSoC:</dt><dd>Yes</dd></div>
    <div><dt>Technical contact:</dt><dd>Odile Marsh &lt;<a href="mailto:odile@marsh.example">odile@marsh.example</a>&gt;</dd></div>
    <div><dt>Difficulty:</dt><dd>Low-Medium</dd></div><div><dt>Skills Needed:</dt><dd>C, Rope</dd></div>
    <div><dt>Description:</dt><dd>A float.<p>It floats.</p><ul><li>One step</li></ul></dd></div><div><dt>Outcomes:</dt><dd>It rises</dd></div>
    <div><dt>Peer Review Comments</dt><dd><ul><li>${comment}</li></ul></dd></div></dl></div>`,
  'a div for each field': `<h4 id="Float">Float</h4><div class="idea"><div><strong>Date of insert</strong>: 17/02/2014</div><div><strong>Verified</strong>: Not updated in 2020</div>
    <div><strong>GSoC</strong>: Yes</div><div><span class="label">Technical contact:</span> <span>Odile Marsh &lt;odile@marsh.example&gt;</span></div>
    <div><span class="label">Difficulty</span> <span>Low-Medium</span></div><div>Skills Needed: C, Rope</div>
    <div>Description: A float.<p>It floats.</p><ul><li>One step</li></ul></div><div>Outcomes: It rises</div>
    <div>Peer Review Comments: <div>${comment}</div></div></div><p>Something that stands after the idea's box.</p>`,
  'a div for each label and each value': `<h4 id="Float">Float</h4><div class="grid"><div>Date of insert</div><div>17/02/2014</div><div>Verified</div><div>Not updated in 2020</div>
    <div>GSoC</div><div>Yes</div><div>Technical contact</div><div>Odile Marsh &lt;odile@marsh.example&gt;</div><div>Difficulty</div><div>Low-Medium</div>
    <div>Skills Needed</div><div>C, Rope</div><div>Description</div><div>A float. It floats. <p>One step</p></div><div>Outcomes</div><div>It rises</div>
    <div>Peer Review Comments</div><div>${comment}</div></div>`,
  'one cell that holds everything': `<h4 id="Float">Float</h4><table><tbody><tr><td><b>Date of insert:</b> 17/02/2014<br><b>Verified:</b> Not updated in 2020<br><b>GSoC:</b> Yes
    <p><b>Technical contact:</b> Odile Marsh &lt;odile@marsh.example&gt;</p><p><b>Difficulty:</b> Low-Medium</p><p><b>Skills Needed:</b> C, Rope</p>
    <p><b>Description:</b> A float.</p><p>It floats.</p><ul><li>One step</li></ul><p><b>Outcomes:</b> It rises</p>
    <p><b>Peer Review Comments</b></p><ul><li>${comment}</li></ul></td></tr></tbody></table>`,
  bullets: `<h4 id="Float">Float</h4><ul><li><b>Date of insert:</b> 17/02/2014</li><li><b>Verified:</b> Not updated in 2020</li><li><b>GSoC:</b> Yes</li>
    <li><b>Technical contact:</b> Odile Marsh &lt;odile@marsh.example&gt;</li><li>Difficulty: Low-Medium</li><li><b>Skills Needed:</b><ul><li>C</li><li>Rope</li></ul></li>
    <li><b>Description:</b> A float. It floats.<ul><li>One step</li></ul></li><li><b>Outcomes:</b> It rises</li>
    <li><b>Peer Review Comments</b><ul><li>${comment}</li></ul></li></ul>`,
  'a title inside the table': `<table><tbody><tr><th colspan="2"><h4 id="Float">Float</h4></th></tr><tr><td>Date of insert</td><td>17/02/2014</td></tr>
    <tr><td>Verified</td><td>Not updated in 2020</td></tr><tr><td>GSoC</td><td>Yes</td></tr><tr><td>Technical contact</td><td>Odile Marsh &lt;odile@marsh.example&gt;</td></tr>
    <tr><td>Difficulty</td><td>Low-Medium</td></tr><tr><td>Skills Needed</td><td>C, Rope</td></tr><tr><td>Description</td><td>A float.<p>It floats.</p><ul><li>One step</li></ul></td></tr>
    <tr><td>Outcomes</td><td>It rises</td></tr><tr><td>Peer Review Comments</td><td>${comment}</td></tr></tbody></table>`,
  "Parsoid's sections": `<section data-mw-section-id="1"><h2 id="x">Ideas of ours</h2><section data-mw-section-id="-1"><div class="mw-heading"><h4 id="Float">Float</h4></div>
    <table><tbody><tr><td><b>Date of insert:</b> 17/02/2014; <b>Verified:</b> Not updated in 2020; <b>GSoC:</b> Yes</td></tr>
    <tr><td><b>Technical contact:</b> Odile Marsh &lt;odile@marsh.example&gt;</td></tr><tr><td><b>Difficulty:</b> Low-Medium</td></tr>
    <tr><td><b>Skills Needed:</b> C, Rope</td></tr><tr><td><b>Description:</b> A float. It floats.<ul><li>One step</li></ul></td></tr>
    <tr><td><b>Outcomes:</b> It rises</td></tr><tr><td><b>Peer Review Comments</b><br>${comment}</td></tr></tbody></table></section></section>`,
};

describe('an idea reads alike', () => {
  for (const [form, html] of Object.entries(FORMS)) {
    it(`as ${form}`, () => {
      const idea = readOne(html);
      expect(idea).toMatchObject({
        key: 'float',
        anchor: 'Float',
        title: 'Float',
        inserted: { raw: '17/02/2014', iso: '2014-02-17' },
        verified: { raw: 'Not updated in 2020', iso: null },
        program: { raw: 'Yes', value: 'yes' },
        contacts: [{ name: 'Odile Marsh', email: 'odile@marsh.example', role: 'contact' }],
        difficulty: { raw: 'Low-Medium', min: 1, max: 2 },
        skills: { items: ['C', 'Rope'] },
        description: 'A float. It floats. One step',
        outcomes: 'It rises',
      });
      expect(idea.comments).toMatchObject([
        { author: 'Wickham', timestamp: '2014-02-17T15:24Z', text: 'How big is it?', misplaced: false, state: 'open' },
      ]);
    });
  }
});

describe('a label', () => {
  const fields = (description: string) => readOne(`<h4>Float</h4>${description}`);

  it('may have its colon inside the bold, outside it, before a blank, full width, or none', () => {
    const idea = fields(
      '<p><b>Difficulty</b>: Low<br><b>Outcomes :</b> It rises<br><b>Technical contact：</b> Odile Marsh<br><b>GSoC</b> Yes</p>',
    );
    expect(idea.difficulty.raw).toBe('Low');
    expect(idea.outcomes).toBe('It rises');
    expect(idea.contactRaw).toBe('Odile Marsh');
    expect(idea.program.value).toBe('yes');
  });

  it('is compared without regard to case and white space', () => {
    const idea = fields('<p><b>mailing  list/forum\n for PROJECT:</b> a@<br><b>DIFFICULTY:</b> Low</p>');
    expect(idea).toMatchObject({ mailingList: 'a@', difficulty: { raw: 'Low' } });
  });

  it('may be broken by links', () => {
    expect(fields('<p><b>Skills <a href="/x">Needed</a>:</b> C<br><b>Difficulty:</b> Low</p>').skills.items).toEqual([
      'C',
    ]);
  });

  it('of a short field does not take the next paragraph along', () => {
    const idea = fields(
      '<p>Outcomes: It rises<br>Difficulty: Low</p><p>And it falls again.</p><div>GSoC: Yes<p>Perhaps.</p></div>',
    );
    expect(idea).toMatchObject({ difficulty: { raw: 'Low', min: 1 }, program: { raw: 'Yes' }, outcomes: 'It rises' });
  });

  it('is none in running text', () => {
    const page = '<h4>Difficulty</h4><p>The word Difficulty: in running text, and Outcomes: too, are no labels.</p>';
    expect(() => readOne(page)).toThrow('one idea');
  });

  it('is none when it only begins a longer word or a sentence', () => {
    expect(() => readOne('<h4>A</h4><p>Difficulty is high</p><p>Outcomes2: x</p><p>Descriptions: x</p>')).toThrow();
  });

  it('is none in a heading cell over a column', () => {
    expect(() =>
      readOne('<h4>A</h4><table><tr><th>Difficulty</th><th>Outcomes</th></tr><tr><td>x</td><td>y</td></tr></table>'),
    ).toThrow();
  });
});
