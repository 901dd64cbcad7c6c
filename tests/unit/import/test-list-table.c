/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <string.h>

#include "dites-error.h"
#include "dites-list-load.h"
#include "dites-list-reader.h"
#include "dites-list-table.h"
#include "list-known-headers.h"

static DitesListTable *
read_text (const char *text,
           gsize       length,
           GError    **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  DitesListOptions options = { NULL, FALSE, known_headers };

  return dites_list_table_read (bytes, &options, NULL, error);
}

static DitesListTable *
read_list (const char *text)
{
  g_autoptr (GError) error = NULL;
  DitesListTable *table = read_text (text, strlen (text), &error);

  g_assert_no_error (error);
  return table;
}

/* The rows as "line:cell|cell" each. */
static char *
dump (DitesListTable *table)
{
  GString *out = g_string_new (NULL);

  for (guint row = 0; row < dites_list_table_get_n_rows (table); row++)
    {
      g_string_append_printf (out, "%s%u:", row > 0 ? "~" : "", dites_list_table_get_line (table, row));
      for (guint i = 0; i < dites_list_table_get_n_cells (table, row); i++)
        g_string_append_printf (out, "%s%s", i > 0 ? "|" : "", dites_list_table_get_cell (table, row, i));
    }

  return g_string_free_and_steal (out);
}

static void
check (const char *text,
       const char *expected)
{
  g_autoptr (DitesListTable) table = read_list (text);
  g_autofree char *found = dump (table);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_new (void)
{
  DitesListTable *table = read_list ("NOM;MAIL\nFICTIF;c@exemple.invalid\n");

  g_assert_true (dites_list_table_ref (table) == table);
  dites_list_table_unref (table);
  g_assert_cmpstr (dites_list_table_get_header (table, 1), ==, "MAIL");
  g_assert_cmpstr (dites_list_table_get_cell (table, 0, 1), ==, "c@exemple.invalid");
  g_assert_cmpstr (dites_list_table_get_cell (table, 0, 7), ==, "");
  dites_list_table_unref (table);
}

/* Without knowing any header, the first line that looks like one is it. */
static void
test_header_by_look (void)
{
  static const char *const texts[][2] = {
    { "A;B;C\n1;2;3\n", "A" },
    { "Titre\n\nX;Y;Z\n1;a@b.invalid;3\n2;c@b.invalid;4\n", "X" },
    { "1;2\n3;4\n", "1" },
    { "Mot\n", "Mot" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i][0], strlen (texts[i][0]));
      g_autoptr (DitesListTable) table = dites_list_table_read (bytes, NULL, NULL, NULL);

      g_assert_cmpstr (dites_list_table_get_header (table, 0), ==, texts[i][1]);
    }
}

static void
test_no_header (void)
{
  g_autoptr (GError) error = NULL;
  static const char text[] = "FICTIF;Camille\nESSAI;Anne\n";

  g_assert_null (read_text (text, strlen (text), &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_NOT_A_LIST);
}

static void
test_footers (void)
{
  check ("NOM;PRENOM;MAIL\nA;B;C\nTotal : 1\n", "2:A|B|C");
  check ("NOM;PRENOM;MAIL\nA;B;C\nTOTAL;41;\n", "2:A|B|C");
  check ("NOM;PRENOM;MAIL\nA;B;C\n41 internes\n", "2:A|B|C");
  check ("NOM;PRENOM;MAIL\nTOTAL;Camille;C\n", "2:TOTAL|Camille|C");
  check ("NOM;PRENOM;MAIL\nNOTE;Camille;\n", "2:NOTE|Camille");
  check ("NOM;PRENOM;MAIL\nA;B;C\n\nMerci de signaler les erreurs\nau guichet\n", "2:A|B|C");
  check ("NOM PRENOM\nTOTAL Camille\nTotal : 1\n", "2:TOTAL Camille");
  check ("INTERNE;STAGE;MAIL\nFICTIF Camille;;\n\nESSAI Anne;Auch;\n", "2:FICTIF Camille~4:ESSAI Anne|Auch");
}

static void
test_headers_again (void)
{
  g_autoptr (DitesListTable) other = NULL;
  g_autofree char *rows = NULL;

  check ("NOM;PRENOM;MAIL\nA;B;C\nNOM;PRENOM;MAIL\nD;E;F\n", "2:A|B|C~4:D|E|F");
  check ("NOM;PRENOM;MAIL\nA;B;C\nnom;Prénom;Mail\nD;E;F\n", "2:A|B|C~4:D|E|F");
  check ("NOM;PRENOM;MAIL\nA;B;C\n\nMAIL;NOM\nF;D\n", "2:A|B|C~5:D||F");
  check ("NOM;PRENOM;MAIL\nA;B;C\n\nPRENOM;MAIL;NOM\nE;F;D;G\n", "2:A|B|C~5:D|E|F");
  check ("NOM;NOM;MAIL\nA;B;C\n\nMAIL;NOM;NOM\nF;D;E\n", "2:A|B|C~5:E|D|F");

  other = read_list ("NOM;PRENOM;MAIL;DES\nA;B;C;D\n\nMaîtres de stage;;;\nNOM;PRENOM;SERVICE;TELEPHONE\nE;F;G;H\nI;J;K;L\n");
  rows = dump (other);
  g_assert_cmpstr (rows, ==, "2:A|B|C|D");
  g_assert_cmpuint (dites_list_table_get_n_dropped (other, DITES_LIST_DROPPED_TITLE), ==, 1);
  g_assert_cmpuint (dites_list_table_get_n_dropped (other, DITES_LIST_DROPPED_HEADER), ==, 1);
  g_assert_cmpuint (dites_list_table_get_n_dropped (other, DITES_LIST_DROPPED_OTHER_LIST), ==, 2);
  g_assert_cmpuint (dites_list_table_get_n_problems (other), ==, 1);
  g_assert_cmpuint (dites_list_table_get_problem (other, 0)->line, ==, 5);
}

static void
test_titles (void)
{
  g_autoptr (DitesListTable) table = read_list ("NOM;PRENOM;MAIL\nA;B;\nCH AUCH;;\nC;D;\nService des urgences\nE;F;\n");
  g_autofree char *rows = dump (table);

  g_assert_cmpstr (rows, ==, "2:A|B~4:C|D~6:E|F");
  g_assert_null (dites_list_table_get_title (table, 0));
  g_assert_cmpstr (dites_list_table_get_title (table, 1), ==, "CH AUCH");
  g_assert_cmpstr (dites_list_table_get_title (table, 2), ==, "Service des urgences");
}

static void
check_merge (const char    *text,
             guint          column,
             DitesListMerge merge,
             const char    *above)
{
  g_autoptr (DitesListTable) table = read_list (text);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint row = 0; row < dites_list_table_get_n_rows (table); row++)
    g_string_append_printf (found, "%s%s", row > 0 ? "|" : "", dites_list_table_get_cell_above (table, row, column));

  g_assert_cmpint (dites_list_table_get_merge (table, column), ==, merge);
  g_assert_cmpstr (found->str, ==, above);
}

static void
test_merges (void)
{
  static const char *const groups = "STAGE;SERVICE;NOM;MAIL\nAUCH;URG;A;\n;;B;\n;PED;C;x\n;;D;y\nCONDOM;SSR;E;\n;;F;z\n;;G;\n";

  check_merge (groups, 0, DITES_LIST_MERGE_SURE, "AUCH|AUCH|AUCH|AUCH|CONDOM|CONDOM|CONDOM");
  check_merge (groups, 1, DITES_LIST_MERGE_SURE, "URG|URG|PED|PED|SSR|SSR|SSR");
  check_merge (groups, 2, DITES_LIST_MERGE_NONE, "A|B|C|D|E|F|G");
  check_merge (groups, 3, DITES_LIST_MERGE_NONE, "||x|y||z|");
  /* Not at the left edge, no group of two on average, or values that come again: only perhaps. */
  check_merge ("NOM;MAIL;STAGE\nA;x;AUCH\nB;y;\nC;z;CONDOM\nD;t;\n", 2, DITES_LIST_MERGE_POSSIBLE, "AUCH|AUCH|CONDOM|CONDOM");
  check_merge ("STAGE;NOM\nAUCH;A\nCONDOM;B\n;C\n", 0, DITES_LIST_MERGE_POSSIBLE, "AUCH|CONDOM|CONDOM");
  check_merge ("CIV;NOM\nMME;A\n;B\nM.;C\n;D\nMME;E\n;F\n", 0, DITES_LIST_MERGE_POSSIBLE, "MME|MME|M.|M.|MME|MME");
  /* Twice the same in a row, or nothing on the first row: never. */
  check_merge ("STAGE;NOM\nAUCH;A\nAUCH;B\n;C\n;D\n", 0, DITES_LIST_MERGE_NONE, "AUCH|AUCH||");
  check_merge ("STAGE;NOM\n;A\nAUCH;B\n;C\nCONDOM;D\n;E\n", 0, DITES_LIST_MERGE_NONE, "|AUCH||CONDOM|");
  /* An empty line ends a group. */
  check_merge ("STAGE;NOM\nAUCH;A\n;B\n\nCONDOM;C\n;D\n", 0, DITES_LIST_MERGE_SURE, "AUCH|AUCH|CONDOM|CONDOM");
  check_merge ("STAGE;NOM\nAUCH;A\n;B\n\n;C\nCONDOM;D\n", 0, DITES_LIST_MERGE_NONE, "AUCH|||CONDOM");
}

static void
test_wide_rows (void)
{
  g_autoptr (DitesListTable) table = read_list ("NOM;MAIL\nA;B\nC;D;E;F\nG;H;;I\n");

  g_assert_cmpuint (dites_list_table_get_n_columns (table), ==, 4);
  g_assert_cmpstr (dites_list_table_get_header (table, 3), ==, "");
  g_assert_cmpstr (dites_list_table_get_cell (table, 1, 3), ==, "F");
  g_assert_cmpuint (dites_list_table_get_n_problems (table), ==, 1);
  g_assert_cmpuint (dites_list_table_get_problem (table, 0)->line, ==, 3);
}

static void
test_many_problems (void)
{
  g_autoptr (GString) text = g_string_new ("NOM;MAIL\n");
  g_autoptr (DitesListTable) table = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "\"A;B\n");
  table = read_list (text->str);
  g_assert_cmpuint (dites_list_table_get_n_rows (table), ==, 5000);
  g_assert_cmpuint (dites_list_table_get_n_problems (table), <, 1000);
}

/* A text with a piece behind it, many times. */
static GString *
repeat (const char *text,
        const char *piece,
        guint       n)
{
  GString *out = g_string_new (text);
  gsize    start = out->len;
  gsize    size = strlen (piece) * n;

  g_string_append (out, piece);
  while (out->len - start < size)
    g_string_append_len (out, out->str + start, MIN (out->len - start, size - (out->len - start)));

  return out;
}

static void
test_long_cell (void)
{
  g_autoptr (GString) text = repeat ("NOM;MAIL\n", "é", 5 * 1024 * 1024 / 2);
  g_autoptr (DitesListTable) table = NULL;

  g_string_append (text, ";x\nB;y\n");
  table = read_list (text->str);

  g_assert_cmpuint (dites_list_table_get_n_rows (table), ==, 2);
  g_assert_cmpint (g_utf8_strlen (dites_list_table_get_cell (table, 0, 0), -1), ==, DITES_LIST_MAX_CELL);
  g_assert_cmpstr (dites_list_table_get_cell (table, 0, 1), ==, "x");
  g_assert_cmpuint (dites_list_table_get_n_problems (table), ==, 0);
}

static void
check_too_much (GString    *text,
                const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text->str, text->len, &error));
  g_assert_error (error, DITES_ERROR, DITES_ERROR_NOT_A_LIST);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_limits (void)
{
  g_autoptr (GString) rows = repeat ("NOM\n", "A\n", DITES_LIST_MAX_ROWS + 1);
  g_autoptr (GString) cells = repeat ("NOM;MAIL\n", "\n;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;;a", 300000);
  g_autoptr (GString) columns = repeat ("NOM;MAIL", ";X", 10000);
  g_autoptr (GString) bytes = repeat ("NOM;MAIL\n", "a", DITES_LIST_MAX_SIZE);

  check_too_much (rows, "rows");
  check_too_much (cells, "cells");
  check_too_much (columns, "columns");
  check_too_much (bytes, "64 MB");
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("NOM\nA\n", 6);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (dites_list_table_read (bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A random list, as it would be written in an encoding with a separator; rows
 * are such that none is taken for anything else. */
static GBytes *
write_list (GRand      *rand,
            GPtrArray  *cells,
            guint       n_columns,
            char        separator,
            const char *encoding)
{
  static const char *const headers[] = { "NOM", "PRÉNOM", "MAIL", "DES", "STAGE", "SERVICE", "PHASE", "RPPS" };
  static const char *const line_ends[] = { "\n", "\r\n", "\r" };
  static const char *const preambles[] = { "", "Liste des affectés", "Liste, par ordre, des affectés" };
  g_autoptr (GString) out = g_string_new (NULL);
  const char *line_end = line_ends[g_rand_int_range (rand, 0, 3)];
  const char *preamble = preambles[g_rand_int_range (rand, 0, 3)];
  gboolean    quote = g_rand_boolean (rand);
  char       *bytes = NULL;
  gsize       length = 0;

  if (*preamble != '\0')
    g_string_append_printf (out, quote ? "\"%s\"%s" : "%s%s", preamble, line_end);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (out, "%.*s%s", i > 0, &separator, headers[i]);
  for (guint i = 0; i < cells->len; i++)
    {
      const char *cell = cells->pdata[i];

      if (i % n_columns == 0)
        g_string_append (out, line_end);
      else
        g_string_append_c (out, separator);
      if (quote || strpbrk (cell, "\"\r\n;,\t|") != NULL)
        {
          g_auto (GStrv) parts = g_strsplit (cell, "\"", -1);
          g_autofree char *escaped = g_strjoinv ("\"\"", parts);

          g_string_append_printf (out, "\"%s\"", escaped);
        }
      else
        g_string_append (out, cell);
    }
  if (g_rand_boolean (rand))
    g_string_append (out, line_end);

  bytes = g_convert (out->str, out->len, encoding, "UTF-8", NULL, &length, NULL);
  return g_bytes_new_take (bytes, length);
}

static char *
random_cell (GRand *rand,
             guint  i)
{
  static const char *const pieces[] = { "FICTIF", "é", "œ", ";", ",", "|", "\t", "\"", "\n", "\r\n", " ", "12", "€", "'", "’" };
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "x%u", i);
  for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  g_string_append_c (text, 'z');

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* read ∘ write = identity: over separators, quotes, line ends and encodings. */
static void
test_round_trip (void)
{
  static const char        separators[] = ";,\t|";
  static const char *const encodings[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint n = 0; n < 1500; n++)
    {
      guint n_columns = g_rand_int_range (rand, 2, 9);
      guint n_rows = g_rand_int_range (rand, 0, 12);
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (DitesListTable) table = NULL;
      g_autoptr (GError) error = NULL;
      DitesListOptions options = { NULL, FALSE, known_headers };

      for (guint i = 0; i < n_rows * n_columns; i++)
        g_ptr_array_add (cells, random_cell (rand, i));
      bytes = write_list (rand, cells, n_columns, separators[g_rand_int_range (rand, 0, 4)], encodings[n % 4]);

      table = dites_list_table_read (bytes, &options, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (dites_list_table_get_n_columns (table), ==, n_columns);
      g_assert_cmpuint (dites_list_table_get_n_rows (table), ==, n_rows);
      g_assert_cmpuint (dites_list_table_get_n_problems (table), ==, 0);
      for (guint i = 0; i < cells->len; i++)
        g_assert_cmpstr (dites_list_table_get_cell (table, i / n_columns, i % n_columns), ==, cells->pdata[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/list-table/new", test_new);
  g_test_add_func ("/list-table/header-by-look", test_header_by_look);
  g_test_add_func ("/list-table/no-header", test_no_header);
  g_test_add_func ("/list-table/footers", test_footers);
  g_test_add_func ("/list-table/headers-again", test_headers_again);
  g_test_add_func ("/list-table/titles", test_titles);
  g_test_add_func ("/list-table/merges", test_merges);
  g_test_add_func ("/list-table/wide-rows", test_wide_rows);
  g_test_add_func ("/list-table/many-problems", test_many_problems);
  g_test_add_func ("/list-table/long-cell", test_long_cell);
  g_test_add_func ("/list-table/limits", test_limits);
  g_test_add_func ("/list-table/cancelled", test_cancelled);
  g_test_add_func ("/list-table/round-trip", test_round_trip);

  return g_test_run ();
}
