import type {Answer} from './answer.js';
import type {Connection} from './connection.js';
import type {Page} from './page.js';
import type {Scene} from './scene.js';
import type {Shop} from './shop.js';

/** What happens to a whole page. */
export interface PageFault {
  begin(page: Page): void;
  end(page: Page): void;
  /** ms that it lasts, where it comes alone and takes its time. */
  readonly span?: number;
}

/** How a fault of the catalogue comes over a card. */
export interface Driver {
  /** What it makes of the answer to a read. */
  answer?(answer: Answer, shop: Shop): Answer;
  /** What it makes of the answer to a request for the stream. */
  open?(answer: Answer, shop: Shop): Answer;
  /** A stream is open: in place of what the server says first. */
  opened?(connection: Connection, shop: Shop): void;
  /** The server says `text` on a stream: in place of that. */
  say?(text: string, connection: Connection, shop: Shop): void;
  /** Before the card is in the page. */
  prepare?(scene: Scene): void;
  begin?(scene: Scene): void;
  end?(scene: Scene): void;
  /** What is wrong with the card in the end, in words. */
  check?(scene: Scene): string | undefined;
  /** It happens to the whole page, with all cards on it. */
  readonly page?: PageFault;
  /** Amounts that it makes the server tell. */
  readonly amounts?: readonly string[];
  /** Only a card that knows its invoice can tell that this is another's. */
  readonly needsAnswer?: boolean;
  /** It needs a stream to happen to. */
  readonly needsStream?: boolean;
  /** The timer must be right by a clock that is right. */
  readonly isTimed?: boolean;
  /** States that it makes the server tell, besides the invoice's own. */
  readonly views?: readonly string[];
}

export type Drivers = Readonly<Record<string, Driver>>;
