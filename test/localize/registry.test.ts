import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {en} from '../../src/locales/en.js';
import {loadMessages, messagesFor, registerMessages} from '../../src/localize/registry.js';

const copy = (tag: string): string => messagesFor(tag).messages.copy;

describe('messagesFor', () => {
  it('is English at once, in the language of the page', () => {
    assert.deepEqual(messagesFor('en-GB'), {messages: en, language: 'en-GB'});
    assert.equal(loadMessages('en-AU'), undefined);
  });

  for (const tag of ['', 'x', 'not a tag', 'tlh', 'sr-Latn', '__proto__', 'en-1x', 'en-__'])
    it(`is English where there is nothing for "${tag}"`, () => {
      assert.equal(loadMessages(tag), undefined);
      assert.deepEqual(messagesFor(tag), {messages: en, language: 'en'});
    });

  it('is English until the language is loaded', async () => {
    assert.deepEqual(messagesFor('de-AT'), {messages: en, language: 'en'});
    await loadMessages('de-AT');
    assert.equal(messagesFor('de-AT').language, 'de-AT');
    assert.notEqual(copy('de-AT'), en.copy);
    assert.equal(loadMessages('de-AT'), undefined);
  });

  for (const [tag, shipped] of [
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['iw', 'he'],
    ['FR-ca', 'fr'],
    ['ru-Cyrl-RU', 'ru'],
  ] as const)
    it(`${tag} is served by ${shipped}`, async () => {
      await loadMessages(tag);
      const module = (await import(`../../src/locales/${shipped}.js`)) as {messages: typeof en};
      assert.equal(messagesFor(tag).messages, module.messages);
    });
});

describe('registerMessages', () => {
  it('says one text in other words, and leaves the rest', () => {
    registerMessages('en', {copy: 'Grab', views: {paid: {title: 'Got it'}}});
    const {messages} = messagesFor('en');
    assert.equal(messages.copy, 'Grab');
    assert.equal(messages.views.paid.title, 'Got it');
    assert.equal(messages.views.paid.text, en.views.paid.text);
    assert.equal(messages.copyAddress, en.copyAddress);
    assert.equal(en.copy, 'Copy');
  });

  it('keeps what was said before for other texts', () => {
    registerMessages('en', {views: {paid: {text: 'Thanks.'}}});
    assert.equal(messagesFor('en').messages.views.paid.title, 'Got it');
    assert.equal(messagesFor('en').messages.views.paid.text, 'Thanks.');
  });

  it('waits for a language that is not loaded yet', async () => {
    registerMessages('sv', {copy: 'Sno'});
    registerMessages('sv', {amountToSend: 'Pengar'});
    assert.equal(copy('sv'), copy('en'));
    await loadMessages('sv');
    assert.equal(copy('sv'), 'Sno');
    assert.equal(messagesFor('sv').messages.amountToSend, 'Pengar');
    assert.notEqual(messagesFor('sv').messages.copyAddress, en.copyAddress);
  });

  it('adds a language, with English for what it leaves out', () => {
    registerMessages('is', {copy: 'Afrita'});
    assert.equal(loadMessages('is-IS'), undefined);
    assert.equal(copy('is-IS'), 'Afrita');
    assert.equal(messagesFor('is').messages.copyAddress, en.copyAddress);
  });

  for (const [texts, message] of [
    [{copyy: 'x'}, /"copyy"/],
    [{copy: 1}, /"copy", got number/],
    [{addressCopied: 'x'}, /expected function as "addressCopied", got string/],
    [{views: 'x'}, /"views"/],
    [{views: {paid: {titel: 'x'}}}, /"titel"/],
    [{views: null}, /"views"/],
  ] as const)
    it(`refuses ${JSON.stringify(texts)}, naming the text`, () => {
      assert.throws(() => registerMessages('nl', texts as object), {name: 'TypeError', message});
      assert.equal(messagesFor('nl').messages, messagesFor('en').messages);
    });

  it('counts where English stands in for a language that there is none for', () =>
    assert.equal(copy('tlh'), 'Grab'));

  it('refuses a locale that is none', () =>
    assert.throws(() => registerMessages('not a tag', {}), /not a tag/));
});
