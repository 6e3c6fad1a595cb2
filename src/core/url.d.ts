// The part of the URL standard that core uses: every runtime has it, the ES library types do not.
// eslint-disable-next-line no-var
declare var URL: new (url: string) => {
  readonly href: string;
  readonly username: string;
  readonly password: string;
  readonly searchParams: {
    has(name: string): boolean;
    getAll(name: string): string[];
    set(name: string, value: string): void;
    delete(name: string): void;
  };
};
