/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "dites-error.h"
#include "dites-list-text.h"

static void
check_bytes (const char *bytes,
             gsize       length,
             const char *encoding,
             const char *expected)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, length);
  g_auto (DitesListText) text = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_true (dites_list_text_decode (&text, data, NULL, FALSE, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (text.encoding, ==, encoding);
  g_assert_cmpstr (text.data, ==, expected);
  g_assert_cmpuint (text.length, ==, strlen (expected));
}

#define check(BYTES, ENCODING, EXPECTED) check_bytes (BYTES, sizeof (BYTES) - 1, ENCODING, EXPECTED)

static void
check_refused (const char *bytes,
               gsize       length,
               const char *words)
{
  g_autoptr (GBytes) data = g_bytes_new (bytes, length);
  g_auto (DitesListText) text = { NULL };
  g_autoptr (GError) error = NULL;

  g_assert_false (dites_list_text_decode (&text, data, NULL, FALSE, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_NOT_A_LIST);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_false (g_str_has_suffix (error->message, "."));
}

#define refuse(BYTES, WORDS) check_refused (BYTES, sizeof (BYTES) - 1, WORDS)

static void
test_unicode (void)
{
  check ("NOM;PR\xc3\x89NOM", "utf-8", "NOM;PRÉNOM");
  check ("\xef\xbb\xbfNOM;\xc3\x89", "utf-8", "NOM;É");
  check ("\xff\xfeN\0;\0\xe9\0\xac\x20", "utf-16le", "N;é€");
  check ("\xfe\xff\0N\0;\0\xe9\x20\xac", "utf-16be", "N;é€");
  check ("\xff\xfe\0\0N\0\0\0\xe9\0\0\0", "utf-32le", "Né");
  check ("\0\0\xfe\xff\0\0\0N\0\0\0\xe9", "utf-32be", "Né");
  check ("N\0O\0M\0;\0\xe9\0\n\0", "utf-16le", "NOM;é\n");
  check ("\0N\0O\0M\0;\0\xe9\0\n", "utf-16be", "NOM;é\n");
  check ("\xff\xfe\x3d\xd8\x00\xde"
         "a\0",
         "utf-16le", "😀a");
}

static void
test_wrong_unicode (void)
{
  check ("\xff\xfe"
         "a\0\x3d\xd8"
         "b\0",
         "utf-16le", "a\xef\xbf\xbd"
                     "b");
  check ("\xff\xfe"
         "a\0\x00\xde"
         "b\0z",
         "utf-16le", "a\xef\xbf\xbd"
                     "b");
  check ("\xff\xfe\0\0a\0\0\0\0\0\0\x7f", "utf-32le", "a\xef\xbf\xbd");
}

static void
test_windows (void)
{
  check ("PR\xc9NOM;l\x92\xe9t\xe9;\x80;\x9cuf", "windows-1252", "PRÉNOM;l’été;€;œuf");
  check ("\x81\x8d\xe9", "windows-1252", "\xc2\x81\xc2\x8dé");
}

static void
test_mac (void)
{
  check ("Pr\x8enom;Andr\x8e;fran\x8d"
         "ais",
         "macintosh", "Prénom;André;français");
  check ("Pr\xe9nom;Andr\xe9;\x8e", "windows-1252", "Prénom;André;Ž");
}

/* Two lists in two encodings, one after the other. */
static void
test_mixed (void)
{
  static const char bytes[] = "\xc3\xa9\xc3\xa9\xc3\xa9\n\xc3\xa9\xc3\xa9\xc3\xa9\n\xe9;x";
  g_autoptr (GBytes) data = g_bytes_new_static (bytes, sizeof bytes - 1);
  g_auto (DitesListText) text = { NULL };

  g_assert_true (dites_list_text_decode (&text, data, NULL, FALSE, NULL));
  g_assert_cmpstr (text.data, ==, "ééé\nééé\né;x");
  g_assert_cmpstr (text.encoding, ==, "utf-8");
  g_assert_cmpuint (text.n_strange, ==, 1);
  g_assert_cmpuint (text.strange_line, ==, 3);
}

static void
test_end_mark (void)
{
  check ("NOM;MAIL\r\n\x1a", "utf-8", "NOM;MAIL\r\n");
}

static void
test_given_encoding (void)
{
  g_autoptr (GBytes) data = g_bytes_new_static ("Pr\x82nom", 6);
  g_autoptr (GError) error = NULL;
  g_auto (DitesListText) dos = { NULL };
  g_auto (DitesListText) windows = { NULL };
  g_auto (DitesListText) wrong = { NULL };

  g_assert_true (dites_list_text_decode (&dos, data, "CP850", FALSE, NULL));
  g_assert_cmpstr (dos.data, ==, "Prénom");
  g_assert_cmpstr (dos.encoding, ==, "cp850");
  g_assert_true (dites_list_text_decode (&windows, data, "cp1252", FALSE, NULL));
  g_assert_cmpstr (windows.data, ==, "Pr‚nom");
  g_assert_cmpstr (windows.encoding, ==, "windows-1252");
  g_assert_false (dites_list_text_decode (&wrong, data, "klingon", FALSE, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_INVALID);
}

static void
check_repair (const char *twice,
              const char *once)
{
  g_autoptr (GBytes) data = g_bytes_new (twice, strlen (twice));
  g_auto (DitesListText) found = { NULL };
  g_auto (DitesListText) repaired = { NULL };

  g_assert_true (dites_list_text_decode (&found, data, NULL, FALSE, NULL));
  g_assert_cmpint (found.doubly_encoded, ==, strcmp (twice, once) != 0);
  g_assert_cmpstr (found.data, ==, twice);

  g_assert_true (dites_list_text_decode (&repaired, data, NULL, TRUE, NULL));
  g_assert_false (repaired.doubly_encoded);
  g_assert_cmpint (repaired.n_repaired > 0, ==, strcmp (twice, once) != 0);
  g_assert_cmpstr (repaired.data, ==, once);
}

static void
test_repair (void)
{
  check_repair ("PrÃ©nom;SpÃ©cialitÃ©;MÃ¨re", "Prénom;Spécialité;Mère");
  check_repair ("lâ€™Ã©tÃ©;Å“uf;450 â‚¬;NÂ°", "l’été;œuf;450 €;N°");
  check_repair ("Ã\xc2\xa0 Auch", "à Auch");
  check_repair ("ZoÃ« et Zoë", "Zoë et Zoë");
  check_repair ("«\xc2\xa0né»… À LA MÛRE», É», Ä, ÂGE, Ã ", "«\xc2\xa0né»… À LA MÛRE», É», Ä, ÂGE, Ã ");
}

/* Writing and reading back, in every encoding, gives every letter that it has. */
static void
test_round_trip (void)
{
  static const char *const encodings[][2] = {
    { "UTF-8", "utf-8" },
    { "UTF-16LE", "utf-16le" },
    { "UTF-16BE", "utf-16be" },
    { "WINDOWS-1252", "windows-1252" },
    { "UTF-32LE", "utf-32le" },
    { "UTF-32BE", "utf-32be" },
  };
  static const char *const pieces[] = { "NOM;", "PRÉNOM\n", "é", "œ", "’", "…", "ÿ", "Ž", "€", "a", "0639980001", "\r\n" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint n = 0; n < 2000; n++)
    {
      const char *const *encoding = encodings[n % G_N_ELEMENTS (encodings)];
      g_autoptr (GString) text = g_string_new ("NOM;PRÉNOM;MAIL\n");
      g_autofree char *bytes = NULL;
      g_autoptr (GBytes) data = NULL;
      g_auto (DitesListText) found = { NULL };
      gsize length = 0;

      for (int i = g_rand_int_range (rand, 0, 40); i > 0; i--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      bytes = g_convert (text->str, text->len, encoding[0], "UTF-8", NULL, &length, NULL);
      data = g_bytes_new (bytes, length);

      g_assert_true (dites_list_text_decode (&found, data, encoding[1], FALSE, NULL));
      g_assert_cmpstr (found.data, ==, text->str);
      g_assert_cmpstr (found.encoding, ==, encoding[1]);
    }
}

static void
test_not_text (void)
{
  refuse ("", "empty");
  refuse ("\xef\xbb\xbf \r\n\t\n", "empty");
  refuse ("\x89PNG\r\n\x1a\n", "picture");
  refuse ("\xff\xd8\xff\xe0", "picture");
  refuse ("GIF89a", "picture");
  refuse ("RIFF\0\0\0\0WEBPVP8 ", "picture");
  refuse ("II*\0\x08\0\0\0", "picture");
  refuse ("\0\0\0\x18"
          "ftypheic",
          "picture");
  refuse ("BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28", "picture");
  refuse ("<svg xmlns=", "picture");
  refuse ("%PDF-1.7", "PDF");
  refuse ("PK\3\4\x14\0\x06\0\x08\0xl/workbook.xml", "save it as CSV");
  refuse ("PK\3\4mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "save it as CSV");
  refuse ("PK\3\4word/document.xml", "text document");
  refuse ("PK\3\4photo.jpg", "archive");
  refuse ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Excel");
  refuse ("\x1f\x8b\x08\0", "archive");
  refuse ("SQLite format 3\0", "database");
  refuse ("\n<!DOCTYPE html><table>", "web page");
  refuse ("<?xml version=\"1.0\"?>", "XML");
  refuse ("[{\"nom\": \"FICTIF\"}]", "JSON");
  refuse ("{\"nom\": 1}", "JSON");
  refuse ("{\\rtf1", "text document");
  refuse ("BEGIN:VCARD\r\nVERSION:3.0", "visiting cards");
  refuse ("BEGIN:VCALENDAR\r\n", "calendar");
  refuse ("NOM;PRENOM\nFICTIF\0;Camille\n", "zero bytes");
  refuse ("\x7f"
          "ELF\2\1\1",
          "program");
}

/* A list may begin in ways that are nearly something else. */
static void
test_nearly_something_else (void)
{
  check ("[Confidentiel] Liste;x", "utf-8", "[Confidentiel] Liste;x");
  check ("BMI;NOM;PRENOM;MAIL;DES", "utf-8", "BMI;NOM;PRENOM;MAIL;DES");
  check ("IDENTITE;MAIL", "utf-8", "IDENTITE;MAIL");
  check ("<Liste>;NOM", "utf-8", "<Liste>;NOM");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/list-text/unicode", test_unicode);
  g_test_add_func ("/list-text/wrong-unicode", test_wrong_unicode);
  g_test_add_func ("/list-text/windows", test_windows);
  g_test_add_func ("/list-text/mac", test_mac);
  g_test_add_func ("/list-text/mixed", test_mixed);
  g_test_add_func ("/list-text/end-mark", test_end_mark);
  g_test_add_func ("/list-text/given-encoding", test_given_encoding);
  g_test_add_func ("/list-text/repair", test_repair);
  g_test_add_func ("/list-text/round-trip", test_round_trip);
  g_test_add_func ("/list-text/not-text", test_not_text);
  g_test_add_func ("/list-text/nearly-something-else", test_nearly_something_else);

  return g_test_run ();
}
