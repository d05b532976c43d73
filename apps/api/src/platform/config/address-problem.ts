/** An address that can't be taken apart. The message follows the setting's name: "must …". It holds no password. */
export class AddressProblem extends Error {
  override name = 'AddressProblem';
}
