import {css} from 'lit';

export const styles = css`
  /* One of the two is empty, the other one absent, so that of each pair of colours one is left. */
  :host {
    --_light: initial;
    --_dark: ;
    --_background: var(--calypso-background, var(--_light, #fff) var(--_dark, #12171d));
    --_text: var(--calypso-text, var(--_light, #11181f) var(--_dark, #eef2f5));
    --_muted: var(--calypso-muted, var(--_light, #566370) var(--_dark, #9aa7b3));
    --_line: var(--calypso-line, var(--_light, #e2e7ec) var(--_dark, #2b3540));
    --_soft: var(--calypso-soft, var(--_light, #f3f5f7) var(--_dark, #1b232b));
    --_accent: var(--calypso-accent, var(--_light, #0b5fff) var(--_dark, #6ea2ff));
    --_on-accent: var(--calypso-on-accent, var(--_light, #fff) var(--_dark, #07142e));
    --_good: var(--calypso-good, var(--_light, #0a7446) var(--_dark, #58d39b));
    --_warn: var(--calypso-warn, var(--_light, #7f4c00) var(--_dark, #ffca70));
    --_warn-soft: var(--calypso-warn-soft, var(--_light, #fff2d9) var(--_dark, #33260b));
    --_radius: var(--calypso-radius, 12px);
    --_space: var(--calypso-space, 18px);
    --_size: var(--calypso-font-size, 15px);
    display: block;
    container-type: inline-size;
    max-inline-size: var(--calypso-width, 400px);
    color-scheme: light dark;
    font: var(--_size) / 1.45 var(--calypso-font, system-ui, sans-serif);
  }
  :host([hidden]) {
    display: none;
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --_light: ;
      --_dark: initial;
    }
  }
  :host([theme='light']) {
    --_light: initial;
    --_dark: ;
    color-scheme: light;
  }
  :host([theme='dark']) {
    --_light: ;
    --_dark: initial;
    color-scheme: dark;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  .bones,
  .pay,
  .foot,
  .scan,
  .to,
  .timer,
  .hero {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 0.55);
  }
  .card,
  .bones,
  .pay,
  .foot {
    gap: var(--_space);
  }
  .card {
    display: flex;
    flex-direction: column;
    position: relative;
    padding: calc(var(--_space) * 1.2);
    color: var(--_text);
    background: var(--_background);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    box-shadow: 0 12px 32px -12px #0f1c2a24;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .card > [part='return-link'],
  .card > :not([part='return-link']) + .foot {
    margin-block-start: auto;
  }
  .announcement,
  .spoken {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  header,
  .row,
  .choice,
  .network,
  .notice,
  .status,
  .steps li,
  dl div {
    display: flex;
    gap: calc(var(--_space) * 0.55);
    align-items: center;
  }
  header.bare {
    display: contents;
  }
  [part='logo'] {
    inline-size: 40px;
    block-size: 40px;
    object-fit: contain;
    border-radius: var(--_radius);
  }
  /* Two sizes of two weights, and the amount: a font that is met for the first time takes a phone some ms. */
  [part='description'],
  .steps :is(.done, .now) b,
  b,
  dd {
    font-weight: 600;
  }
  .announcement,
  .spoken,
  .label,
  .hint,
  .choice,
  .network span,
  .notice,
  .status,
  .card > .link {
    font-size: 0.87em;
  }
  .checked {
    font-size: inherit;
  }
  .label,
  .hint,
  .status,
  .amount small,
  .hero p,
  .steps b,
  .badge,
  dt {
    color: var(--_muted);
  }
  .row,
  dl div {
    flex-wrap: wrap;
    justify-content: space-between;
  }
  .amount {
    max-inline-size: 100%;
    font-size: clamp(22px, 9cqi, 34px);
    font-weight: 600;
    line-height: 1.15;
  }
  .amount.long {
    font-size: clamp(18px, 7cqi, 28px);
  }
  .amount.longest {
    font-size: 16px;
  }
  .amount small {
    font-size: var(--_size);
  }
  .price {
    font-size: 1.45em;
  }
  .network,
  .notice,
  .address,
  dl div {
    padding: 10px 12px;
    border-radius: var(--_radius);
  }
  .network,
  .notice,
  .badge.warn {
    color: var(--_warn);
    background: var(--_warn-soft);
  }
  .network b {
    padding: 1px 7px;
    white-space: nowrap;
    border: 1px solid;
    border-radius: min(6px, var(--_radius));
  }
  .qr,
  .skeleton.code {
    justify-self: center;
    inline-size: min(208px, 100%);
  }
  .qr {
    overflow: hidden;
    background: #fff;
    forced-color-adjust: none;
  }
  .qr,
  dl {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .hint {
    white-space: pre-line;
  }
  .due .hint {
    margin-block-start: 0.5em;
  }
  svg,
  .checked {
    display: block;
  }
  .choice {
    justify-content: center;
    gap: 4px;
  }
  .choice button {
    padding-inline: 12px;
    font-weight: 400;
  }
  .choice [aria-pressed='true'] {
    border-color: currentColor;
  }
  .address,
  .skeleton,
  .badge {
    background: var(--_soft);
  }
  .address {
    font:
      1em/1.7 ui-monospace,
      monospace;
  }
  .address span {
    margin-inline-end: 0.55em;
    color: var(--_muted);
  }
  .address .end {
    color: inherit;
    font-weight: 600;
  }
  button,
  .button,
  .link {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: 44px;
    padding: 0 16px;
    font: inherit;
    font-weight: 600;
    color: inherit;
    text-decoration: none;
    background: var(--_soft);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .row button {
    flex: none;
  }
  .primary {
    color: var(--_on-accent);
    background: var(--_accent);
  }
  .link {
    justify-self: center;
    padding: 0;
    margin-block: -10px;
    font-weight: 400;
    text-decoration: underline;
    background: none;
    border: 0;
  }
  .link,
  a:not(.button) {
    color: var(--_accent);
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .amount,
  .clock,
  dd {
    font-variant-numeric: tabular-nums;
  }
  /* Of a size of its own: a second that passes lays out nothing else. */
  .clock {
    inline-size: 8ch;
    block-size: 1.45em;
    text-align: end;
    contain: size layout;
  }
  .bar {
    block-size: 4px;
    overflow: hidden;
    background: var(--_line);
    border-radius: 4px;
    contain: strict;
  }
  .bar i {
    display: block;
    block-size: 100%;
    background: var(--_accent);
  }
  .status {
    min-block-size: 62px;
    padding-block-start: 18px;
    border-block-start: 1px solid var(--_line);
  }
  .status span {
    flex: 1;
  }
  .status i,
  .steps i {
    flex: none;
    inline-size: 10px;
    block-size: 10px;
    background: var(--_accent);
    border-radius: 50%;
  }
  .status:is(.paid, .completed) i,
  .steps .done i {
    background: var(--_good);
  }
  .status:is(.intervention, .expired) i {
    background: var(--_warn);
  }
  .status:is(.declined, .archived, .loading) i {
    background: var(--_muted);
  }
  .hero {
    justify-items: center;
    text-align: center;
  }
  .hero p {
    max-inline-size: 34ch;
  }
  h2 {
    font-size: 1.45em;
    line-height: 1.25;
  }
  .badge {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    font-size: 26px;
    font-weight: 600;
    border-radius: 50%;
  }
  .badge.good {
    color: var(--_good);
    background: color-mix(in srgb, var(--_good) 14%, transparent);
  }
  dl div + div {
    border-block-start: 1px solid var(--_line);
    border-radius: 0;
  }
  dd {
    margin-inline-start: auto;
  }
  .steps {
    list-style: none;
  }
  .steps li {
    align-items: start;
    padding-block-end: 14px;
    position: relative;
  }
  .steps li:last-child {
    padding: 0;
  }
  .steps li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: 18px -4px;
    inset-inline-start: 6px;
    inline-size: 2px;
    background: var(--_line);
  }
  .steps i {
    z-index: 1;
    inline-size: 14px;
    block-size: 14px;
    margin-block-start: 4px;
    border: 2px solid var(--_muted);
  }
  .steps i,
  .steps .now i {
    background: var(--_background);
  }
  .steps .done i {
    background: var(--_good);
    border-color: var(--_good);
  }
  .steps .now i {
    border-color: var(--_accent);
    box-shadow: 0 0 0 4px color-mix(in srgb, var(--_accent) 20%, transparent);
  }
  .steps b {
    display: block;
    font-weight: 400;
  }
  .steps :is(.done, .now) b {
    color: inherit;
  }
  .skeleton {
    block-size: 44px;
    border-radius: var(--_radius);
  }
  .skeleton.line {
    block-size: 18px;
    inline-size: 40%;
  }
  .line + .skeleton {
    block-size: 85px;
  }
  .skeleton.code {
    block-size: auto;
    aspect-ratio: 1;
  }
  .skeleton.to {
    block-size: 153px;
  }
  .late .clock {
    color: var(--_warn);
  }
  .late .bar i {
    background: var(--_warn);
  }
  @container (max-width: 330px) {
    .network {
      flex-direction: column;
      align-items: start;
    }
  }
  @container (min-width: 600px) {
    .pay {
      grid-template-columns: 240px minmax(0, 1fr);
      column-gap: calc(var(--_space) * 1.5);
    }
    .pay > * {
      grid-column: 2;
    }
    .pay .scan {
      grid-area: 1 / 1 / span 3;
      align-content: start;
    }
    .scan > :first-child {
      inline-size: 100%;
    }
  }
  /* Rendered by a server, read where no script runs. */
  @media (scripting: none) {
    .card button {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .button,
    button:not(.link),
    .badge,
    .network,
    .notice,
    .address {
      border: 1px solid;
    }
    .bar i,
    .status i,
    .steps .done i {
      background: CanvasText !important;
      forced-color-adjust: none;
    }
  }
`;
