import {byId} from './dom.js';

// The card's link to support says which invoice and which transaction it is about.
const {searchParams} = new URL(location.href);
const facts = ['invoice', 'transaction'].flatMap((name) => {
  const value = searchParams.get(name);
  return value ? `${name}: ${value}` : [];
});
byId('known', HTMLElement).hidden = facts.length === 0;
byId('message', HTMLTextAreaElement).value = facts.map((fact) => `${fact}\n`).join('');

byId('contact', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  byId('sent', HTMLElement).textContent = 'This is a demo: a shop would have your message now.';
});
