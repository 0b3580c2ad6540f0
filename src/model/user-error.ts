/** Something that the user can put right: one clear sentence, no stack trace, exit code 2. */
export class UserError extends Error {
  override readonly name = "UserError";
  /** A stable word for tests and scripts, e.g. `encrypted`. */
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
