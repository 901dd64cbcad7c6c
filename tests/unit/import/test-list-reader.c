/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "dites-list-reader.h"

/* The records of a text as "line:cell|cell" each, with "!" behind one that has an unclosed quote. */
static char *
read_all (const char *text,
          gsize       length,
          char        separator)
{
  g_auto (DitesListReader) reader = { NULL };
  GString *out = g_string_new (NULL);

  dites_list_reader_init (&reader, text, length, separator);
  while (dites_list_reader_next (&reader))
    {
      g_auto (GStrv) cells = dites_list_reader_dup (&reader, FALSE);
      g_autofree char *joined = g_strjoinv ("|", cells);

      if (out->len > 0)
        g_string_append_c (out, '~');
      g_string_append_printf (out, "%u:%s", reader.line, joined);
      if (reader.unclosed_line != 0)
        g_string_append_printf (out, "!%u", reader.unclosed_line);
    }

  return g_string_free_and_steal (out);
}

static void
check (const char *text,
       const char *expected)
{
  g_autofree char *found = read_all (text, strlen (text), ';');

  g_assert_cmpstr (found, ==, expected);
}

static void
test_plain (void)
{
  check ("", "");
  check ("a", "1:a");
  check ("a;b\nc;d", "1:a|b~2:c|d");
  check ("a;;\n;b;\n;;\n", "1:a~2:|b~3:");
  check ("a;b\n\n\nc", "1:a|b~2:~3:~4:c");
}

static void
test_line_ends (void)
{
  check ("a;b\nc\n", "1:a|b~2:c");
  check ("a;b\r\nc\r\n", "1:a|b~2:c");
  check ("a;b\rc\r", "1:a|b~2:c");
  check ("a\r\n\r\nb\n\rc\r\rd", "1:a~2:~3:b~4:~5:c~6:~7:d");
}

static void
test_quotes (void)
{
  check ("\"a\";\"b;c\"\n\"d\"", "1:a|b;c~2:d");
  check ("\"a\"\"b\";\"\";\"\"\"\"\nc", "1:a\"b||\"~2:c");
  check ("\"Le \"\"Tivoli\"\" \";x", "1:Le \"Tivoli\"|x");
  check (" \"a\" ;\xc2\xa0\"b\"\n", "1:a|b");
}

static void
test_quoted_lines (void)
{
  check ("\"a\nb\";c\nd", "1:a\nb|c~3:d");
  check ("\"a\r\nb\r\nc\";d\r\ne\r\n", "1:a\r\nb\r\nc|d~4:e");
  check ("\"a\rb\";\"c\n\rd\"\re", "1:a\rb|c\n\rd~5:e");
  check ("x;\"a\n\n\"\"b\"\"\n\";y\nz", "1:x|a\n\n\"b\"|y~5:z");
}

static void
test_stray_quotes (void)
{
  check ("R\xc3\xa9s. \"Les Lilas\";5\"\n", "1:R\xc3\xa9s. \"Les Lilas\"|5\"");
  check ("\"Camille\" FICTIF;b\n", "1:Camille FICTIF|b");
  check ("\"R\xc3\xa9sidence \"Les Lilas\", Auch\";b\n", "1:R\xc3\xa9sidence \"Les Lilas\", Auch|b");
  check ("\"a\" b;\"c\"\n", "1:a b|c");
  check ("\"a\"\"\"b;c\n", "1:a\"b|c");
}

/* What is never closed takes its own cell with it and nothing else. */
static void
test_unclosed (void)
{
  check ("\"a;b\nc;d\n", "1:\"a|b!1~2:c|d");
  check ("a;\"b;c\nd;\"e\";f\n", "1:a|\"b|c!1~2:d|e|f");
  check ("a;\"b;\"c\"\nd\n", "1:a|\"b|c!1~2:d");
  check ("a\n;\"b\nc\"d;\"e\"\n", "1:a~2:|\"b!2~3:c\"d|e");
  check ("\"a\nb\";\"c\nd", "1:a\nb|\"c!2~3:d");
  check ("\"", "1:\"!1");
  check ("\"\"\"", "1:\"\"\"!1");
}

static void
test_long_unclosed (void)
{
  g_autoptr (GString) text = g_string_new ("a;\"b\n");
  g_autofree char *found = NULL;

  for (guint i = 0; i < 10000; i++)
    g_string_append (text, "c;d;e\n");
  g_string_append (text, "f;g\"\n");

  found = read_all (text->str, text->len, ';');
  g_assert_true (g_str_has_prefix (found, "1:a|\"b!1~2:c|d|e~3:c|d|e~"));
  g_assert_true (g_str_has_suffix (found, "~10002:f|g\""));
}

static void
test_blank (void)
{
  check (" a ;\t b\xc2\xa0; \xe2\x80\xaf"
         "c\xe2\x80\x87;\xc3\xa0\n",
         "1:a|b|c|\xc3\xa0");
  check ("\" a \";\" b\n\"", "1:a|b");
  check (" ; \xc2\xa0; \n", "1:");
  check ("\xe2\x82\xac;\xc2\xa9;\xef\xac\x81", "1:\xe2\x82\xac|\xc2\xa9|\xef\xac\x81");
}

static void
test_separators (void)
{
  g_autofree char *tabs = read_all ("a\t b\t\tc\n\"d\te\"", 14, '\t');
  g_autofree char *commas = read_all ("a,\"1,5\",;\n", 10, ',');

  g_assert_cmpstr (tabs, ==, "1:a|b||c~2:d\te");
  g_assert_cmpstr (commas, ==, "1:a|1,5|;");
}

static void
test_many_columns (void)
{
  g_auto (DitesListReader) reader = { NULL };
  g_autoptr (GString) text = g_string_new ("a");

  for (guint i = 1; i < 10000; i++)
    g_string_append (text, ";x");
  g_string_append (text, "\nb");

  dites_list_reader_init (&reader, text->str, text->len, ';');
  g_assert_true (dites_list_reader_next (&reader));
  g_assert_cmpuint (reader.n_cells, ==, DITES_LIST_MAX_COLUMNS);
  g_assert_cmpuint (reader.n_left_out, ==, 10000 - DITES_LIST_MAX_COLUMNS);
  g_assert_true (dites_list_reader_next (&reader));
  g_assert_cmpuint (reader.n_cells, ==, 1);
  g_assert_cmpuint (reader.line, ==, 2);
}

/* Texts that would take hours if each quote were searched for through all of
 * what follows: 2 MB of each, in a time that is nothing. */
static void
test_linear_time (void)
{
  static const char *const pieces[] = {
    "\"a\n", "\"a\"b;", "\"\"\"x;", "; \"a\"b", "\"\"a\n", ";\"\"\"\"x", "\"a\"\"b\n", "\"\n", "\"\r", "\" ",
    ";\" \"x", "\"\"", "\"a;\"\"\"b\n", ";\"\n\"\"", "\xc2\xa0\"", "\"a\" \"b\" ", ";\"a\" \"b;\"", "\"\"\"\n"
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) text = g_string_new ("\"a\"b;");
      g_auto (DitesListReader) reader = { NULL };
      gint64 start = 0;

      while (text->len < 2 * 1024 * 1024)
        g_string_append (text, pieces[i]);

      start = g_get_monotonic_time ();
      dites_list_reader_init (&reader, text->str, text->len, ';');
      while (dites_list_reader_next (&reader))
        ;
      g_test_message ("%2u: %" G_GINT64_FORMAT " us", i, g_get_monotonic_time () - start);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
    }
}

/* How a random cell is written: what must be quoted is, the rest by chance. */
static void
append_cell (GString    *out,
             GRand      *rand,
             const char *cell,
             char        separator,
             gboolean    quote_all)
{
  gboolean quote = quote_all || strpbrk (cell, "\"\r\n") != NULL || strchr (cell, separator) != NULL || g_rand_int_range (rand, 0, 4) == 0;

  if (!quote)
    {
      g_string_append (out, cell);
      return;
    }

  g_string_append_c (out, '"');
  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_c (out, '"');
}

static char *
random_cell (GRand *rand)
{
  static const char *const pieces[] = {
    "a", "FICTIF", "\xc3\xa9", ";", ",", "|", "\t", "\"", "\n", "\r\n", "\r", " ", "1", "06", "\xe2\x80\x99", "\"\"", "'", "@"
  };
  g_autoptr (GString) text = g_string_new (NULL);
  const char *trimmed = NULL;
  gsize       length = 0;

  for (int n = g_rand_int_range (rand, 0, 7); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

  trimmed = text->str;
  length = dites_list_trim (&trimmed, text->len);
  return g_strndup (trimmed, length);
}

static guint
count_lines (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p++)
    n += *p == '\n' || (*p == '\r' && p[1] != '\n');

  return n;
}

/* parse ∘ write = identity, and every line number is right. */
static void
test_round_trip (void)
{
  static const char *const line_ends[] = { "\n", "\r\n", "\r" };
  static const char        separators[] = ";,\t|";
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint n = 0; n < 3000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autofree char *found = NULL;
      char             separator = separators[g_rand_int_range (rand, 0, 4)];
      const char      *line_end = line_ends[g_rand_int_range (rand, 0, 3)];
      gboolean         quote_all = g_rand_boolean (rand);
      guint            n_records = g_rand_int_range (rand, 1, 6);
      guint            line = 1;

      for (guint i = 0; i < n_records; i++)
        {
          g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
          g_autofree char *joined = NULL;

          for (int k = g_rand_int_range (rand, 0, 6); k >= 0; k--)
            g_ptr_array_add (cells, random_cell (rand));
          /* Empty cells at the end are not told apart from none. */
          while (cells->len > 0 && *(char *) cells->pdata[cells->len - 1] == '\0')
            g_ptr_array_set_size (cells, cells->len - 1);

          g_string_append_printf (expected, "%s%u:", i > 0 ? "~" : "", line);
          for (guint k = 0; k < cells->len; k++)
            {
              if (k > 0)
                g_string_append_c (text, separator);
              append_cell (text, rand, cells->pdata[k], separator, quote_all);
              line += count_lines (cells->pdata[k]);
            }
          g_ptr_array_add (cells, NULL);
          joined = g_strjoinv ("|", (char **) cells->pdata);
          g_string_append (expected, joined);
          g_string_append (text, line_end);
          line++;
        }

      found = read_all (text->str, text->len, separator);
      g_assert_cmpstr (found, ==, expected->str);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/list-reader/plain", test_plain);
  g_test_add_func ("/list-reader/line-ends", test_line_ends);
  g_test_add_func ("/list-reader/quotes", test_quotes);
  g_test_add_func ("/list-reader/quoted-lines", test_quoted_lines);
  g_test_add_func ("/list-reader/stray-quotes", test_stray_quotes);
  g_test_add_func ("/list-reader/unclosed", test_unclosed);
  g_test_add_func ("/list-reader/long-unclosed", test_long_unclosed);
  g_test_add_func ("/list-reader/blank", test_blank);
  g_test_add_func ("/list-reader/separators", test_separators);
  g_test_add_func ("/list-reader/many-columns", test_many_columns);
  g_test_add_func ("/list-reader/linear-time", test_linear_time);
  g_test_add_func ("/list-reader/round-trip", test_round_trip);

  return g_test_run ();
}
