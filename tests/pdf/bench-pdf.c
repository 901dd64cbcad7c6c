/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <cairo-pdf.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

#include "dites-export-housing.h"
#include "dites-photo.h"

/*
 * Two hundred offers with a photo each, as a catalogue; beside it, in the same
 * run, bare cairo that places the same photos on as many pages with a line of
 * text. Each runs in a process of its own, which says how much memory it took.
 */

#define N_OFFERS 200

static GBytes *
load_photo (const char *sha256,
            gpointer    user_data,
            GError    **error)
{
  g_autofree char *path = g_build_filename (user_data, sha256, NULL);
  char            *data;
  gsize            length;

  return g_file_get_contents (path, &data, &length, error) ? g_bytes_new_take (data, length) : NULL;
}

/* Pictures with a grain, each with another one: about 290 kB of JPEG. */
static void
prepare (const char *folder)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 1600, 1200);
  guchar     *pixels = gdk_pixbuf_get_pixels (pixbuf);
  const gsize length = gdk_pixbuf_get_byte_length (pixbuf);
  guint32     state = 1;

  for (gsize i = 0; i < length; i++)
    {
      state = state * 1103515245 + 12345;
      pixels[i] = (guchar) (i / 22500 + (state >> 16 & 15));
    }
  for (guint i = 0; i < N_OFFERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      pixels[i * 3] ^= 0xff;
      g_assert_true (gdk_pixbuf_save (pixbuf, path, "jpeg", NULL, "quality", "82", NULL));
    }
}

static GPtrArray *
make_offers (void)
{
  GPtrArray *offers = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < N_OFFERS; i++)
    {
      g_autofree char *text = g_strdup_printf (
        "{\"_id\":\"housing:%u\",\"kind\":\"housing\",\"title\":\"T2 meublé no %u\",\"type\":\"t2\",\"commune\":\"32%03u\","
        "\"area\":4350,\"rooms\":2,\"bathroom\":\"private\",\"kitchen\":\"private\",\"rent_cents\":%u,\"charges_cents\":5500,"
        "\"charges_mode\":\"fixed\",\"included\":[\"water\",\"internet\"],\"deposit_cents\":0,\"available_from\":\"2026-11-02\","
        "\"min_months\":1,\"max_months\":6,\"contracts\":[\"bail_mobilite\"],\"dpe\":\"C\",\"ges\":\"B\",\"heating\":\"gas\","
        "\"equipment\":[\"desk\"],\"internet\":\"fibre\",\"parking\":true,\"furniture\":[\"bedding\",\"hob\",\"lights\"],"
        "\"description\":\"À cinq minutes à pied du centre hospitalier, un deux-pièces clair et calme, refait à neuf. Séjour avec "
        "coin cuisine ouvert sur la place, chambre sur cour avec un lit de 160 cm et un vrai bureau.\","
        "\"photos\":[{\"sha256\":\"%u\",\"alt\":\"Séjour\"}]}",
        i, i, 1 + i * 7 % 460, 30000 + i * 100, i);
      DitesDocument *document = dites_document_new_from_text (text, -1, NULL);

      g_assert_nonnull (document);
      g_ptr_array_add (offers, document);
    }
  return offers;
}

static void
draw_ours (const char *folder,
           const char *path,
           gboolean    compact)
{
  g_autoptr (GPtrArray) offers = make_offers ();
  g_autoptr (GError) error = NULL;
  const DitesExportSource  source = { .load_photo = load_photo, .user_data = (gpointer) folder };
  const DitesExportOptions options = { .available_on = DITES_DAY_NONE, .date = 20000, .compact = compact };

  if (!dites_export_housing (path, offers, &source, &options, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
}

static void
draw_peer (const char *folder,
           const char *path)
{
  cairo_surface_t *surface = cairo_pdf_surface_create (path, DITES_PAGE_WIDTH, DITES_PAGE_HEIGHT);
  cairo_t         *cr = cairo_create (surface);

  for (guint i = 0; i < 2 * N_OFFERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i / 2);
      DitesPhoto       photo = { NULL };

      if (i % 2 == 0)
        {
          g_autoptr (GBytes) bytes = load_photo (name, (gpointer) folder, NULL);

          g_assert_true (dites_photo_load (&photo, bytes, name, 0, NULL));
          dites_photo_draw (&photo, cr, 40, 80, 515, 386);
        }
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_move_to (cr, 40, 50);
      cairo_show_text (cr, name);
      cairo_show_page (cr);
      g_clear_pointer (&photo.surface, cairo_surface_destroy);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

static int
get_memory (void)
{
  g_autofree char *status = NULL;
  const char      *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");
  return line != NULL ? (int) (g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10) / 1024) : 0;
}

static void
run_one (const char *mode,
         const char *folder)
{
  g_autofree char *path = g_strdup_printf ("%s/%s.pdf", folder, mode);
  const gint64     start = g_get_monotonic_time ();
  GStatBuf         info;

  if (g_str_equal (mode, "cairo"))
    draw_peer (folder, path);
  else
    draw_ours (folder, path, g_str_equal (mode, "compact"));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_print ("%-10s %6.2f s %7.1f MB of file %4d MB of memory\n",
           mode, (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC, (double) info.st_size / 1e6, get_memory ());
  g_unlink (path);
}

int
main (int    argc,
      char **argv)
{
  const char *const modes[] = { "prepare", "cairo", "catalogue", "compact" };
  g_autofree char  *folder = NULL;

  if (argc == 3)
    {
      if (g_str_equal (argv[1], "prepare"))
        prepare (argv[2]);
      else
        run_one (argv[1], argv[2]);
      return 0;
    }

  folder = g_dir_make_tmp ("dites-bench-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      char *command[] = { argv[0], (char *) modes[i], folder, NULL };
      int   status;

      if (!g_spawn_sync (NULL, command, NULL, G_SPAWN_CHILD_INHERITS_STDOUT, NULL, NULL, NULL, NULL, &status, NULL) || status != 0)
        return 1;
    }

  for (guint i = 0; i < N_OFFERS; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u", folder, i);

      g_unlink (path);
    }
  g_rmdir (folder);
  return 0;
}
