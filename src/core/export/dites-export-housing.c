/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-export-housing.h"

#include <glib/gi18n.h>
#include <string.h>

#include "dites-catalogue.h"
#include "dites-error.h"
#include "dites-sheet.h"

typedef struct
{
  DitesExportProgress progress;
  gpointer            progress_data;
  GCancellable       *cancellable;
} Run;

/* The time in the file: given, or of the build that wants the same bytes again, or now. */
static char *
make_created (const DitesExportOptions *options)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  if (options->created != NULL)
    return g_strdup (options->created);
  if (epoch != NULL && epoch[0] != '\0')
    {
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (g_ascii_strtoll (epoch, NULL, 10));

      if (time != NULL)
        return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
    }
  return dites_now_iso ();
}

/* What the file says about itself; it lasts as long as what it was made of. */
static DitesPdfInfo
make_info (const DitesPress *press,
           const char       *title,
           const char       *subject,
           const char       *created,
           gboolean          outline)
{
  return (DitesPdfInfo) {
    .title = (char *) title,
    .author = (char *) (press->mission[0] != '\0' ? press->mission : "Dites32"),
    .subject = (char *) subject,
    /* Translators: the code of the language you translate into, as in “fr”. */
    .language = (char *) C_ ("code of this language", "en"),
                            .created = (char *) created,
                            .outline = outline,
    };
}

static DitesPdf *
open_pdf (const DitesPress *press,
          const char       *path,
          const char       *title,
          const char       *subject,
          gboolean          outline,
          GError          **error)
{
  g_autofree char   *created = make_created (press->options);
  const DitesPdfInfo info = make_info (press, title, subject, created, outline);

  return dites_pdf_new (path, &info, error);
}

static gboolean
report (const Run *run,
        guint      done,
        guint      total,
        GError   **error)
{
  if (g_cancellable_set_error_if_cancelled (run->cancellable, error))
    return FALSE;
  if (run->progress != NULL)
    run->progress (done, total, run->progress_data);
  return TRUE;
}

/* A file that was good is not replaced by one in which something is missing. */
static gboolean
is_complete (DitesPress *press,
             GError    **error)
{
  return press->source->is_complete == NULL || press->source->is_complete (press->source->user_data, error);
}

static gboolean
draw_sheet (DitesPress *press,
            DitesOffer *offer,
            const char *path,
            const Run  *run,
            GError    **error)
{
  g_autofree char *title =
    offer->commune[0] != '\0' ? g_strdup_printf ("%s – %s", offer->title, offer->commune) : g_strdup (offer->title);
  g_autoptr (DitesPdf) pdf = open_pdf (press, path, title, _ ("A furnished home for a medical intern"), FALSE, error);
  guint page;

  if (pdf == NULL)
    return FALSE;
  press->pdf = pdf;
  dites_sheet_draw (offer, "offer1", press->mission, 0, &page);
  return report (run, 1, 1, error) && is_complete (press, error) && dites_pdf_close (pdf, error);
}

static void
add_outlines (DitesCatalogue *catalogue)
{
  DitesPdf *pdf = catalogue->press->pdf;

  dites_pdf_add_outline (pdf, catalogue->title, "cover");
  dites_pdf_add_outline (pdf, _ ("Contents"), "contents");
  dites_pdf_add_outline (pdf, _ ("All homes at a glance"), "summary");
  for (guint i = 0; i < catalogue->offers->len; i++)
    {
      const DitesOffer *offer = g_ptr_array_index (catalogue->offers, i);
      g_autofree char  *destination = dites_catalogue_destination (i);
      g_autofree char  *title =
        offer->commune[0] != '\0' ? g_strdup_printf ("%s · %s", offer->commune, offer->title) : g_strdup (offer->title);

      dites_pdf_add_outline (pdf, title, destination);
    }
}

static gboolean
draw_catalogue (DitesPress *press,
                GPtrArray  *offers,
                const char *path,
                const Run  *run,
                GError    **error)
{
  const char *title = press->options->title != NULL ? press->options->title : _ ("A home in the Gers");
  g_autoptr (DitesPdf) pdf = NULL;
  g_autofree guint *pages = g_new0 (guint, offers->len);
  DitesCatalogue    catalogue = { .press = press, .offers = offers, .pages = pages, .title = title };
  guint             n_contents;

  pdf = open_pdf (press, path, title, _ ("Furnished homes for medical interns"), TRUE, error);
  if (pdf == NULL)
    return FALSE;
  press->pdf = pdf;
  dites_catalogue_sort (offers);
  n_contents = dites_catalogue_count_contents (&catalogue);

  dites_catalogue_draw_cover (&catalogue);
  for (guint i = 0; i < offers->len; i++)
    {
      g_autofree char *destination = dites_catalogue_destination (i);

      dites_sheet_draw (g_ptr_array_index (offers, i), destination, title, (int) n_contents, &pages[i]);
      if (!report (run, i + 1, offers->len, error))
        return FALSE;
    }

  {
    const int n_before = (int) dites_pdf_get_n_pages (pdf);

    dites_catalogue_draw_contents (&catalogue, title, 1 - n_before);
    g_warn_if_fail ((int) dites_pdf_get_n_pages (pdf) == n_before + (int) n_contents);
    dites_pdf_move_last (pdf, n_contents, 1, 1, 1);
  }
  add_outlines (&catalogue);
  return is_complete (press, error) && dites_pdf_close (pdf, error);
}

/**
 * dites_export_housing:
 * @path: where the PDF shall be
 * @housings: (element-type DitesDocument): housing offers, at least one
 * @source: where photos and titles come from
 * @options: what else to know
 * @progress: (nullable): called after each offer, on this thread
 * @progress_data: passed to @progress
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Draws one offer as a sheet, several as a catalogue by commune and rent, in
 * the language of the messages. Owners and exact addresses are not printed.
 * The file is there when it is complete; on an error, what was there under
 * its name still is. Takes its time: for a worker thread.
 *
 * Returns: whether it worked; if not, @error is %DITES_ERROR_STORAGE,
 *   %DITES_ERROR_INVALID or %G_IO_ERROR_CANCELLED
 */
gboolean
dites_export_housing (const char               *path,
                      GPtrArray                *housings,
                      const DitesExportSource  *source,
                      const DitesExportOptions *options,
                      DitesExportProgress       progress,
                      gpointer                  progress_data,
                      GCancellable             *cancellable,
                      GError                  **error)
{
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func ((GDestroyNotify) dites_offer_free);
  const Run  run = { progress, progress_data, cancellable };
  DitesPress press;
  gboolean   done;

  if (housings->len == 0)
    {
      g_set_error_literal (error, DITES_ERROR, DITES_ERROR_INVALID, _ ("There is no housing offer to print"));
      return FALSE;
    }

  dites_press_init (&press, source, options);
  for (guint i = 0; i < housings->len; i++)
    g_ptr_array_add (offers, dites_offer_new (&press, g_ptr_array_index (housings, i)));

  if (offers->len == 1)
    done = draw_sheet (&press, g_ptr_array_index (offers, 0), path, &run, error);
  else
    done = draw_catalogue (&press, offers, path, &run, error);

  dites_press_clear (&press);
  return done;
}

/**
 * dites_export_draw_pages:
 * @housing: a housing offer
 * @source: where photos and titles come from
 * @options: what else to know
 *
 * Draws the sheet of one offer as dites_export_housing() prints it, for a
 * screen. An offer that may not be published yet is drawn as well. Takes its
 * time: for a worker thread.
 *
 * Returns: (transfer full): its pages
 */
DitesPages *
dites_export_draw_pages (DitesDocument            *housing,
                         const DitesExportSource  *source,
                         const DitesExportOptions *options)
{
  g_autoptr (DitesOffer) offer = NULL;
  g_autoptr (DitesPdf) pdf = NULL;
  DitesPdfInfo info;
  DitesPress   press;
  DitesPages  *pages;
  guint        page;

  dites_press_init (&press, source, options);
  offer = dites_offer_new (&press, housing);
  info = make_info (&press, offer->title, NULL, NULL, FALSE);
  pdf = dites_pdf_new_for_screen (&info);
  press.pdf = pdf;
  dites_sheet_draw (offer, "offer1", press.mission, 0, &page);
  pages = dites_pdf_take_pages (pdf);
  g_clear_pointer (&offer, dites_offer_free);
  dites_press_clear (&press);

  return pages;
}

/* The longest name that every file system takes, with room for its ending, in bytes. */
#define LONGEST_NAME 120

/**
 * dites_export_file_name:
 * @title: what is printed
 * @commune: (nullable): where it is
 *
 * Makes the name of a file out of what people call its contents, without what
 * some systems do not allow in one.
 *
 * Returns: (transfer full): the name, ending in ".pdf"
 */
char *
dites_export_file_name (const char *title,
                        const char *commune)
{
  g_autofree char *whole = commune != NULL && *commune != '\0' && strstr (title, commune) == NULL
                             ? g_strdup_printf ("%s – %s", title, commune)
                             : g_strdup (title);
  g_autofree char *valid = g_utf8_make_valid (whole, -1);
  const char      *end = valid;

  for (char *at = valid; *at != '\0'; at++)
    {
      if ((guchar) *at < 0x20 || *at == 0x7f || strchr ("/\\:*?\"<>|", *at) != NULL)
        *at = ' ';
    }
  g_strstrip (valid);
  /* A dot at the front hides a file. */
  while (*valid == '.' || *valid == ' ')
    memmove (valid, valid + 1, strlen (valid));
  while (*end != '\0' && g_utf8_next_char (end) - valid <= LONGEST_NAME)
    end = g_utf8_next_char (end);
  valid[end - valid] = '\0';

  return g_strconcat (*valid != '\0' ? valid : "Dites32", ".pdf", NULL);
}
