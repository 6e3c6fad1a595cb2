import {css} from 'lit';

export const styles = css`
  :host {
    --_background: var(--calypso-background, light-dark(#fff, #12171d));
    --_text: var(--calypso-text, light-dark(#11181f, #eef2f5));
    --_muted: var(--calypso-muted, light-dark(#566370, #9aa7b3));
    --_line: var(--calypso-line, light-dark(#e2e7ec, #2b3540));
    --_soft: var(--calypso-soft, light-dark(#f3f5f7, #1b232b));
    --_accent: var(--calypso-accent, light-dark(#0b5fff, #6ea2ff));
    --_on-accent: var(--calypso-on-accent, light-dark(#fff, #07142e));
    --_good: var(--calypso-good, light-dark(#0a7446, #58d39b));
    --_warn: var(--calypso-warn, light-dark(#7f4c00, #ffca70));
    --_warn-soft: var(--calypso-warn-soft, light-dark(#fff2d9, #33260b));
    --_radius: var(--calypso-radius, 12px);
    display: block;
    container-type: inline-size;
    max-inline-size: var(--calypso-width, 400px);
    color-scheme: light dark;
    font: 15px/1.45 var(--calypso-font, ui-sans-serif, system-ui, 'Segoe UI', Roboto, sans-serif);
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  *,
  ::before {
    box-sizing: border-box;
  }
  .card,
  .bones,
  .to,
  .timer,
  .hero {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 18px;
  }
  .card {
    position: relative;
    padding: 22px;
    color: var(--_text);
    background: var(--_background);
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 1.5);
    box-shadow: 0 12px 32px -12px #0f1c2a24;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .announcement {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  p,
  h2,
  dl,
  dd,
  ol {
    margin: 0;
    padding: 0;
  }
  header {
    display: flex;
    gap: 12px;
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
  [part='description'] {
    font-weight: 600;
  }
  .label,
  .hint,
  .network,
  .notice,
  .timer,
  .status,
  .link {
    font-size: 13px;
  }
  .label,
  .hint,
  .timer,
  .status,
  dt {
    color: var(--_muted);
  }
  .row {
    display: flex;
    gap: 10px;
    align-items: center;
    justify-content: space-between;
  }
  .amount {
    font-size: clamp(22px, 9cqi, 34px);
    font-weight: 650;
    line-height: 1.15;
    letter-spacing: -0.02em;
    font-variant-numeric: tabular-nums;
  }
  .amount.long {
    font-size: clamp(18px, 7cqi, 28px);
  }
  .amount.longest {
    font-size: 16px;
  }
  .amount small {
    font-size: 17px;
    color: var(--_muted);
  }
  .network,
  .notice {
    display: flex;
    gap: 10px;
    align-items: center;
    padding: 10px 12px;
    color: var(--_warn);
    background: var(--_warn-soft);
    border-radius: var(--_radius);
  }
  .network b {
    padding: 1px 7px;
    white-space: nowrap;
    border: 1px solid;
    border-radius: 6px;
  }
  .qr {
    justify-self: center;
    inline-size: min(208px, 100%);
    overflow: hidden;
    background: #fff;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    forced-color-adjust: none;
  }
  .qr svg {
    display: block;
  }
  .to,
  .timer,
  .hero {
    gap: 8px;
  }
  .address {
    padding: 9px 12px;
    font:
      500 15px/1.7 ui-monospace,
      'SF Mono',
      Menlo,
      Consolas,
      monospace;
    background: var(--_soft);
    border-radius: var(--_radius);
  }
  .address span {
    margin-inline-end: 0.55em;
    color: var(--_muted);
  }
  .address .end {
    color: inherit;
    font-weight: 700;
  }
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-block-size: 44px;
    padding: 0 16px;
    font: inherit;
    font-weight: 600;
    color: inherit;
    white-space: nowrap;
    text-decoration: none;
    background: var(--_soft);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .primary {
    color: var(--_on-accent);
    background: var(--_accent);
  }
  .link {
    display: inline-flex;
    align-items: center;
    justify-self: center;
    min-block-size: 44px;
    padding: 0;
    font-weight: 550;
    background: none;
  }
  .link,
  a:not(.button) {
    color: var(--_accent);
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .clock {
    font-size: 15px;
    color: var(--_text);
    font-variant-numeric: tabular-nums;
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
    display: flex;
    gap: 9px;
    align-items: center;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--_line);
  }
  .status span {
    flex: 1;
  }
  .status i {
    flex: none;
    inline-size: 9px;
    block-size: 9px;
    background: var(--_accent);
    border-radius: 50%;
  }
  .status:is(.paid, .completed) i {
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
    padding-block-start: 6px;
    text-align: center;
  }
  .hero p {
    max-inline-size: 34ch;
    color: var(--_muted);
  }
  h2 {
    font-size: 22px;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  .badge {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    font-size: 26px;
    font-weight: 700;
    color: var(--_muted);
    background: var(--_soft);
    border-radius: 50%;
  }
  .badge.good {
    color: var(--_good);
    background: color-mix(in srgb, var(--_good) 14%, transparent);
  }
  .badge.warn {
    color: var(--_warn);
    background: var(--_warn-soft);
  }
  dl {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  dl div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    justify-content: space-between;
    padding: 10px 14px;
  }
  dl div + div {
    border-block-start: 1px solid var(--_line);
  }
  dd {
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .steps {
    list-style: none;
  }
  .steps li {
    position: relative;
    display: flex;
    gap: 12px;
    padding-block-end: 14px;
  }
  .steps li:last-child {
    padding: 0;
  }
  .steps i {
    z-index: 1;
    flex: none;
    inline-size: 14px;
    block-size: 14px;
    margin-block-start: 4px;
    background: var(--_background);
    border: 2px solid var(--_muted);
    border-radius: 50%;
  }
  .steps li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset: 14px auto -4px 6px;
    inset-inline: 6px auto;
    inline-size: 2px;
    background: var(--_line);
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
    font-weight: 500;
    color: var(--_muted);
  }
  .steps :is(.done, .now) b {
    font-weight: 600;
    color: inherit;
  }
  .skeleton {
    block-size: 44px;
    background: var(--_soft);
    border-radius: var(--_radius);
  }
  .skeleton.line {
    block-size: 18px;
    inline-size: 40%;
  }
  .skeleton.code {
    justify-self: center;
    inline-size: min(208px, 100%);
    block-size: auto;
    aspect-ratio: 1;
  }
  .skeleton.address {
    block-size: 69px;
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
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
