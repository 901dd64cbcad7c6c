/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <csv.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "dites-list-reader.h"
#include "dites-list-table.h"

/* How fast a list of 100,000 rows and 1,000,000 cells becomes records, and a
 * table, beside libcsv in the same run: a line "name: value" for each figure. */

#define N_ROWS    100000
#define N_COLUMNS 10
#define N_RUNS    7

static char *
make_list (const char *quote)
{
  GString *out = g_string_new ("CIVILITE;NOM;PRENOM;DATE DE NAISSANCE;MAIL;TEL PORTABLE;DES;SEMESTRE;TERRAIN DE STAGE;RANG\r\n");

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_string_append_printf (out, "%s%s%s;", quote, i % 2 == 0 ? "MME" : "M.", quote);
      g_string_append_printf (out, "%sFICTIF-D'ESSAI %u%s;%sANNE-LAURE%s;", quote, i % 977, quote, quote, quote);
      g_string_append_printf (out, "%s%02u/%02u/19%u%s;", quote, i % 28 + 1, i % 12 + 1, 90 + i % 10, quote);
      g_string_append_printf (out, "%sanne-laure.fictif%u@exemple.invalid%s;%s06 39 98 %02u %02u%s;", quote, i, quote, quote, i / 100 % 100, i % 100, quote);
      g_string_append_printf (out, "%sMEDECINE GENERALE%s;%s%u%s;", quote, quote, quote, i % 6 + 1, quote);
      g_string_append_printf (out, "%sCH AUCH / URGENCES%s;%s%u%s\r\n", quote, quote, quote, i, quote);
    }

  return g_string_free_and_steal (out);
}

typedef struct
{
  gsize n_cells;
  gsize n_bytes;
} Count;

static void
cell_cb (void  *cell,
         size_t length,
         void  *user_data)
{
  Count *count = user_data;

  count->n_cells++;
  count->n_bytes += length;
}

static void
read_with_libcsv (const char *text,
                  gsize       length,
                  Count      *count)
{
  struct csv_parser parser;

  csv_init (&parser, 0);
  csv_set_delim (&parser, ';');
  csv_parse (&parser, text, length, cell_cb, NULL, count);
  csv_fini (&parser, cell_cb, NULL, count);
  csv_free (&parser);
}

static void
read_records (const char *text,
              gsize       length,
              Count      *count)
{
  g_auto (DitesListReader) reader = { NULL };

  dites_list_reader_init (&reader, text, length, ';');
  while (dites_list_reader_next (&reader))
    for (guint i = 0; i < reader.n_cells; i++)
      {
        count->n_cells++;
        count->n_bytes += reader.cells[i].length;
      }
}

static void
read_table (const char *text,
            gsize       length,
            Count      *count)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  g_autoptr (DitesListTable) table = dites_list_table_read (bytes, NULL, NULL, NULL);

  count->n_cells = (dites_list_table_get_n_rows (table) + 1) * N_COLUMNS;
}

/* The processor's time of this thread, in milliseconds: other work on the machine does not count. */
static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* The shortest of some runs, in milliseconds. */
static double
measure (void (*read) (const char *text, gsize length, Count *count),
         const char *text)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      Count  count = { 0, 0 };
      double start = get_time ();

      read (text, strlen (text), &count);
      best = MIN (best, get_time () - start);
      g_assert_cmpuint (count.n_cells, ==, (N_ROWS + 1) * N_COLUMNS);
    }

  return best;
}

static void
compare (const char *name,
         const char *quote)
{
  g_autofree char *text = make_list (quote);
  double           libcsv = measure (read_with_libcsv, text);
  double           records = measure (read_records, text);
  double           table = measure (read_table, text);

  printf ("%s, size: %.1f MB, %u cells\n", name, strlen (text) / 1e6, (N_ROWS + 1) * N_COLUMNS);
  printf ("%s, libcsv: %.1f ms\n", name, libcsv);
  printf ("%s, records: %.1f ms, %.2f of libcsv\n", name, records, records / libcsv);
  printf ("%s, table with encoding, header and footers: %.1f ms, %.2f of libcsv\n", name, table, table / libcsv);
}

/* What a table adds to the file it was read from. */
static void
weigh (void)
{
  g_autofree char *text = make_list ("");
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (DitesListTable) table = NULL;
  struct rusage before, after;

  getrusage (RUSAGE_SELF, &before);
  table = dites_list_table_read (bytes, NULL, NULL, NULL);
  getrusage (RUSAGE_SELF, &after);
  printf ("memory of the table: %.1f MB beside a file of %.1f MB\n", (after.ru_maxrss - before.ru_maxrss) / 1024.0, strlen (text) / 1e6);
}

int
main (void)
{
  weigh ();
  compare ("plain", "");
  compare ("quoted", "\"");

  return 0;
}
