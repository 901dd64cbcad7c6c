/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-catalogue-dialog.h"

#include <glib/gi18n.h>

#include "dites-calendar.h"
#include "dites-export-job.h"
#include "dites-kind.h"
#include "dites-save-pdf.h"
#include "dites-wrapped-texts.h"

/**
 * DitesCatalogueDialog:
 *
 * Many homes as one PDF: those that were chosen, all that are published, or those
 * that are free on a day. It says first how many there will be, and why others
 * will not.
 */
struct _DitesCatalogueDialog
{
  AdwDialog parent_instance;

  DitesStore   *store;
  GSettings    *settings;
  char        **ids; /* (nullable): what was chosen */
  guint         n_homes;
  gboolean      counted;
  GCancellable *counting; /* (nullable): of the latest count */
  GCancellable *drawing;  /* (nullable): of the catalogue that is being drawn */
  GPtrArray    *reasons;  /* of GtkWidget: rows in refused */

  AdwBanner      *failure;
  GtkStack       *stack;
  AdwComboRow    *which;
  AdwEntryRow    *day;
  GtkMenuButton  *calendar_button;
  DitesCalendar  *calendar;
  AdwEntryRow    *catalogue_title;
  AdwSwitchRow   *compact;
  AdwActionRow   *count;
  AdwExpanderRow *refused;
  GtkProgressBar *progress;
};

G_DEFINE_FINAL_TYPE (DitesCatalogueDialog, dites_catalogue_dialog, ADW_TYPE_DIALOG)

static gboolean
is_by_day (DitesCatalogueDialog *self)
{
  return self->ids == NULL && adw_combo_row_get_selected (self->which) == 1;
}

/* The day that was typed; FALSE if it is none. */
static gboolean
get_day (DitesCatalogueDialog *self,
         DitesDay             *day)
{
  const DitesField *field = dites_kind_get_field (dites_kind_get ("housing"), "available_from");
  g_autofree char  *json = NULL;
  g_autofree char  *iso = NULL;

  *day = DITES_DAY_NONE;
  if (!is_by_day (self))
    return TRUE;

  json = dites_value_parse (field, gtk_editable_get_text (GTK_EDITABLE (self->day)), NULL);
  iso = json != NULL ? dites_json_dup_string (dites_json_of (json, -1)) : NULL;
  if (iso != NULL)
    *day = dites_day_from_iso (iso);

  return *day != DITES_DAY_NONE;
}

static void
update_save (DitesCatalogueDialog *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "catalogue.save",
                                 self->counted && self->n_homes > 0 && self->drawing == NULL);
}

/* How many homes there will be; a day on which none is free is named, since it may be just one too early. */
static char *
dup_homes (DitesCatalogueDialog *self)
{
  g_autofree char *date = NULL;
  DitesDay         day;

  if (self->n_homes > 0 || !is_by_day (self) || !get_day (self, &day))
    return g_strdup_printf (ngettext ("%u home will be in it", "%u homes will be in it", self->n_homes), self->n_homes);

  date = dites_day_format (day, DITES_DAY_LONG);

  /* Translators: %s is a date. */
  return g_strdup_printf (_("No published home is free on %s"), date);
}

static void
show_count (DitesCatalogueDialog *self,
            GPtrArray            *refusals)
{
  g_autofree char *homes = dup_homes (self);
  g_autofree char *left = g_strdup_printf (ngettext ("%u home is left out", "%u homes are left out", refusals->len), refusals->len);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->count), homes);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->refused), left);
  gtk_widget_set_visible (GTK_WIDGET (self->refused), refusals->len > 0);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), homes, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);

  for (guint i = 0; i < self->reasons->len; i++)
    adw_expander_row_remove (self->refused, self->reasons->pdata[i]);
  g_ptr_array_set_size (self->reasons, 0);
  for (guint i = 0; i < refusals->len; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), refusals->pdata[i]);
      adw_expander_row_add_row (self->refused, row);
      g_ptr_array_add (self->reasons, row);
    }
}

static void
counted_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (DitesCatalogueDialog) self = user_data;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  if (!dites_export_count_finish (DITES_STORE (object), result, &n, &refusals, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          adw_banner_set_title (self->failure, error->message);
          adw_banner_set_revealed (self->failure, TRUE);
        }
      return;
    }

  self->n_homes = n;
  self->counted = TRUE;
  show_count (self, refusals);
  update_save (self);
}

/* Counts anew what the options ask for. */
static void
changed_cb (DitesCatalogueDialog *self)
{
  DitesOfferExport what = { .ids = (const char *const *) self->ids };
  gboolean         good = get_day (self, &what.available_on);

  gtk_widget_set_visible (GTK_WIDGET (self->day), is_by_day (self));
  if (good || *gtk_editable_get_text (GTK_EDITABLE (self->day)) == '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->day), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->day), "error");

  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counted = FALSE;
  update_save (self);
  gtk_widget_set_visible (GTK_WIDGET (self->refused), FALSE);
  if (!good)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->count), _("A date is needed, as in “2 November 2026”"));
      return;
    }

  self->counting = g_cancellable_new ();
  dites_export_count_async (self->store, &what, self->counting, counted_cb, g_object_ref (self));
}

static void
day_chosen_cb (DitesCatalogueDialog *self,
               int                   day)
{
  g_autofree char *text = dites_day_format (day, DITES_DAY_SHORT);

  gtk_editable_set_text (GTK_EDITABLE (self->day), text);
  gtk_menu_button_popdown (self->calendar_button);
  gtk_widget_grab_focus (GTK_WIDGET (self->day));
}

static void
progress_cb (guint    done,
             guint    total,
             gpointer user_data)
{
  DitesCatalogueDialog *self = user_data;
  /* Translators: how many homes are drawn, of how many. */
  g_autofree char *text = g_strdup_printf (_("%u of %u"), done, total);

  gtk_progress_bar_set_fraction (self->progress, total > 0 ? done / (double) total : 0);
  gtk_progress_bar_set_text (self->progress, text);
}

typedef struct
{
  DitesCatalogueDialog *self;
  char                 *path;
} Drawing;

static void
drawn_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Drawing *drawing = user_data;
  g_autoptr (DitesCatalogueDialog) self = drawing->self;
  g_autofree char *path = drawing->path;
  g_autoptr (GPtrArray) refusals = NULL;
  g_autoptr (GError) error = NULL;
  guint    n;
  gboolean done = dites_export_offers_finish (DITES_STORE (object), result, &n, &refusals, &error);

  g_free (drawing);
  g_clear_object (&self->drawing);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  update_save (self);
  if (done)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-file", "(^ays)", path, "");
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "options");
  adw_banner_set_title (self->failure, error->message);
  adw_banner_set_revealed (self->failure, !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
}

static void
path_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (DitesCatalogueDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (object), result, &error);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    dites_catalogue_dialog_save (self, path);
  else if (file != NULL || !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    {
      adw_banner_set_title (self->failure, file != NULL ? _("The PDF can only be saved on this computer") : error->message);
      adw_banner_set_revealed (self->failure, TRUE);
    }
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  DitesCatalogueDialog *self = DITES_CATALOGUE_DIALOG (widget);
  const char           *typed = gtk_editable_get_text (GTK_EDITABLE (self->catalogue_title));
  g_autofree char      *file_name = dites_export_file_name (*typed != '\0' ? typed : _("Catalogue of Homes"), NULL);
  g_autoptr (GtkFileDialog) dialog = dites_save_pdf_dialog_new (file_name);

  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, path_chosen_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  DitesCatalogueDialog *self = DITES_CATALOGUE_DIALOG (widget);

  if (self->drawing != NULL)
    g_cancellable_cancel (self->drawing);
  else
    adw_dialog_close (ADW_DIALOG (self));
}

static void
close_attempt_cb (DitesCatalogueDialog *self)
{
  cancel_action (GTK_WIDGET (self), NULL, NULL);
}

static void
dites_catalogue_dialog_dispose (GObject *object)
{
  DitesCatalogueDialog *self = DITES_CATALOGUE_DIALOG (object);

  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);

  /* A closed dialog would leave its child behind (libadwaita 1.7). */
  adw_dialog_set_child (ADW_DIALOG (self), NULL);

  G_OBJECT_CLASS (dites_catalogue_dialog_parent_class)->dispose (object);
}

static void
dites_catalogue_dialog_finalize (GObject *object)
{
  DitesCatalogueDialog *self = DITES_CATALOGUE_DIALOG (object);

  g_strfreev (self->ids);
  g_ptr_array_unref (self->reasons);

  G_OBJECT_CLASS (dites_catalogue_dialog_parent_class)->finalize (object);
}

static void
dites_catalogue_dialog_class_init (DitesCatalogueDialogClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dites_catalogue_dialog_dispose;
  object_class->finalize = dites_catalogue_dialog_finalize;

  g_type_ensure (DITES_TYPE_CALENDAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/dialogs/dites-catalogue-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesCatalogueDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, DitesCatalogueDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, DitesCatalogueDialog, which);
  gtk_widget_class_bind_template_child (widget_class, DitesCatalogueDialog, day);
  gtk_widget_class_bind_template_child (widget_class, DitesCatalogueDialog, calendar_button);
  gtk_widget_class_bind_template_child (widget_class, DitesCatalogueDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, DitesCatalogueDialog, catalogue_title);
  gtk_widget_class_bind_template_child (widget_class, DitesCatalogueDialog, compact);
  gtk_widget_class_bind_template_child (widget_class, DitesCatalogueDialog, count);
  gtk_widget_class_bind_template_child (widget_class, DitesCatalogueDialog, refused);
  gtk_widget_class_bind_template_child (widget_class, DitesCatalogueDialog, progress);

  gtk_widget_class_install_action (widget_class, "catalogue.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "catalogue.cancel", NULL, cancel_action);
}

static void
dites_catalogue_dialog_init (DitesCatalogueDialog *self)
{
  self->reasons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  dites_wrap_texts (adw_dialog_get_child (ADW_DIALOG (self)));

  g_signal_connect_swapped (self->which, "notify::selected", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->day, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->calendar, "chosen", G_CALLBACK (day_chosen_cb), self);
  g_signal_connect (self, "close-attempt", G_CALLBACK (close_attempt_cb), NULL);
}

/**
 * dites_catalogue_dialog_new:
 * @store: where the homes are
 * @settings: where the language is
 * @ids: (nullable): the homes; %NULL to choose by date
 *
 * Returns: (transfer floating): the dialog
 */
DitesCatalogueDialog *
dites_catalogue_dialog_new (DitesStore        *store,
                            GSettings         *settings,
                            const char *const *ids)
{
  DitesCatalogueDialog *self = g_object_new (DITES_TYPE_CATALOGUE_DIALOG, NULL);

  self->store = g_object_ref (store);
  self->settings = g_object_ref (settings);
  self->ids = g_strdupv ((char **) ids);
  gtk_widget_set_visible (GTK_WIDGET (self->which), ids == NULL);
  changed_cb (self);

  return self;
}

/**
 * dites_catalogue_dialog_save:
 * @self: a dialog
 * @path: where the catalogue shall be
 *
 * Draws the catalogue that was asked for, and closes when it is there.
 */
void
dites_catalogue_dialog_save (DitesCatalogueDialog *self,
                             const char           *path)
{
  const char      *title = gtk_editable_get_text (GTK_EDITABLE (self->catalogue_title));
  g_autofree char *language = g_settings_get_string (self->settings, "export-language");
  DitesOfferExport what = {
    .path = path,
    .ids = (const char *const *) self->ids,
    .compact = adw_switch_row_get_active (self->compact),
    .title = *title != '\0' ? title : NULL,
    .language = language,
  };
  Drawing *drawing;

  if (self->drawing != NULL || !get_day (self, &what.available_on))
    return;

  drawing = g_new0 (Drawing, 1);
  drawing->self = g_object_ref (self);
  drawing->path = g_strdup (path);
  self->drawing = g_cancellable_new ();
  update_save (self);
  adw_banner_set_revealed (self->failure, FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  progress_cb (0, self->n_homes, self);
  gtk_stack_set_visible_child_name (self->stack, "progress");
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Drawing the Catalogue"), GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  dites_export_offers_async (self->store, &what, progress_cb, self, self->drawing, drawn_cb, drawing);
}
