import type {Plugin} from 'vite';

/**
 * Every browser that can lay the card out has constructable style sheets: Lit's other way, a `<style>` element that a
 * strict CSP refuses, is left out.
 */
const ONLY_ADOPTED = `
export const css = ([text]) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(text)
  return sheet
}
export const adoptStyles = (root, sheets) => { root.adoptedStyleSheets = sheets }
export const getCompatibleStyle = (sheet) => sheet
export const supportsAdoptingStyleSheets = true
export const unsafeCSS = (text) => css([text])
export class CSSResult {}`;

type Cut = readonly [from: string, to?: string];

/** What the card's templates have none of: comments, directives, nodes as values, objects that listen, parts in comments, in raw text and on elements, SVG, options of listeners. */
const TEMPLATE_CUTS: readonly Cut[] = [
  [
    'if(i===E)return i;let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(h?._$AO?.(!1),void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i',
    'return i',
  ],
  ['l=2===i?"<svg>":3===i?"<math>":""', 'l=""'],
  ['+(2===i?"</svg>":3===i?"</math>":"")'],
  [',2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}', '){}'],
  ['(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', '(c=p)'],
  [
    'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
  ],
  [
    'if(r.data===n)d.push({type:2,index:l});else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}',
    'r.data===n&&d.push({type:2,index:l});',
  ],
  ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))'],
  [':6===r.type&&(i=new Z(h,this,t))', ':0'],
  ['"."===e[1]?I:"?"===e[1]?L:"@"', '"@"'],
  [
    'e=t===A&&s!==A||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,h=t!==A&&(s===A||e);e&&',
    'h=t!==A&&s===A;t===A&&s!==A&&',
  ],
  [
    '"number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s)',
    'this._$AC(t)',
  ],
  [
    'const e=s?.renderBefore??i;let h=e._$litPart$;if(void 0===h){const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})}',
    'let h=i._$litPart$;h||(i._$litPart$=h=new k(i.appendChild(c()),null,void 0,s));',
  ],
  ['"!--"===u[1]?c=_:void 0!==u[1]?c=m:'],
  ['c===_||c===m?c=v:'],
  [':void 0!==u[3]&&(c=p)', ':0'],
  [':void 0!==t.nodeType?this.T(t)'],
  [
    '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
    'this._$AH(t)',
  ],
  ['B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', ';'],
];

/** What the card's properties have none of: decorators, objects in attributes, initialisers. */
const ELEMENT_CUTS: readonly Cut[] = [
  ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;'],
  [
    'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
  ],
  ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}'],
  [',void 0!==t.l&&(this.l=[...t.l])'],
  [',this.constructor.l?.forEach(t=>t(this))'],
  ['break;case Object:case Array:t=null==t?t:JSON.stringify(t)'],
  ['break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}'],
  [
    '{useDefault:i,reflect:e,wrapped:h},r){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}',
    '{reflect:e}){this._$AL.has(t)||(this.hasUpdated||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t)}',
  ],
  [
    'const t=i.getPropertyOptions(e),h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u;this._$Em=e;const r=h.fromAttribute(s,t.type);this[e]=r??this._$Ej?.get(e)??r,',
    'this._$Em=e,this[e]=u.fromAttribute(s,i.getPropertyOptions(e).type),',
  ],
  ['(void 0!==i.converter?.toAttribute?i.converter:u)', 'u'],
  [
    'const t=this.properties,s=[...r(t),...o(t)];for(const i of s)',
    'const t=this.properties;for(const i of r(t))',
  ],
  [
    'const i=[];if(Array.isArray(s)){const e=new Set(s.flat(1/0).reverse());for(const s of e)i.unshift(t(s))}else void 0!==s&&i.push(t(s));return i',
    'return[s]',
  ],
  [
    '!((i.hasChanged??f)(h,s)||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i)))',
    '!f(h,s)',
  ],
  [
    'const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}',
  ],
  [
    's.state&&(s.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0)',
    'this._$Ei()',
  ],
  [',p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2")'],
];

/** What no polyfill and no server's markup asks for. */
const BASE_CUTS: readonly Cut[] = [
  [
    'createRenderRoot(){const t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}',
  ],
  [',s.litElementHydrateSupport?.({LitElement:i});const o=s.litElementPolyfillSupport;o?.({LitElement:i})'],
  ['(s.litElementVersions??=[]).push("4.2.2");'],
];

function cut(code: string, cuts: readonly Cut[]): string {
  for (const [from, to = ''] of cuts) {
    if (!code.includes(from)) throw new Error(`small-lit: this version of Lit has no ${from}`);
    code = code.replace(from, () => to);
  }
  return code;
}

/**
 * Lit cut down to what the card uses, in the script-tag file only: 1.1 KB of 22. A version of Lit in which a cut is
 * not found fails the build, and test/e2e/script-tag.spec.ts holds the file to the whole element.
 */
export const smallLit: Plugin = {
  name: 'small-lit',
  enforce: 'pre',
  transform(code, id) {
    if (id.endsWith('@lit/reactive-element/css-tag.js'))
      return {code: ONLY_ADOPTED, map: null, moduleSideEffects: false};
    if (id.endsWith('lit-html/lit-html.js')) return {code: cut(code, TEMPLATE_CUTS), map: null};
    if (id.endsWith('lit-element/lit-element.js')) return {code: cut(code, BASE_CUTS), map: null};
    if (id.endsWith('@lit/reactive-element/reactive-element.js'))
      return {code: cut(code, ELEMENT_CUTS), map: null};
    return undefined;
  },
};
