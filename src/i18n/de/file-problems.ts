import type { Strings } from '../strings.js';

export const fileProblems: Strings['fileProblems'] = {
  csv_empty: 'Die Datei ist leer.',
  csv_too_large: 'Die Datei ist größer als 1 MB. Teilen Sie sie auf.',
  csv_too_many_rows: 'Die Datei hat mehr als 1.000 Zeilen. Teilen Sie sie auf.',
  csv_encoding: 'Die Datei ist nicht als UTF-8 gespeichert. Speichern Sie sie als UTF-8.',
  csv_not_text: 'Das ist keine Textdatei. Wählen Sie eine CSV-Datei.',
  csv_header_missing: 'Die erste Zeile muss die Spalten benennen.',
  csv_header_duplicate: 'Zwei Spalten haben denselben Namen.',
  csv_unbalanced_quote: 'Ein Anführungszeichen ist nicht geschlossen.',
  row_invalid: 'Diese Zeile ist nicht verwendbar.',
  row_conflict: 'Diese Zeile widerspricht einer anderen.',
  row_duplicate: 'Diese Zeile kommt zweimal vor.',
  locale_invalid: 'Das ist kein Sprachcode.',
  theme_invalid: 'Dieser Wert ist in einem Theme nicht verwendbar.',
  theme_out_of_range: 'Dieser Wert liegt außerhalb des Bereichs.',
  theme_unknown_token: 'Ein Theme-Token dieses Namens gibt es nicht.',
};
