/**
 * A cell of CSV for those who open it in a spreadsheet: what begins like a formula would be carried
 * out there, so it is made text. Spreadsheets of some countries divide at semicolons, so what stands
 * behind one may begin a cell too; and they take full-width signs for the plain ones.
 */
const FORMULA = /(^|[;\t\r\n])([ "']*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r])/g;

export const spreadsheetText = (text: string) => text.replace(FORMULA, "$1'$2");
