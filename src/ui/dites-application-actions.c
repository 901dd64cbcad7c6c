/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-application-private.h"
#include "dites-heading.h"
#include "dites-preferences-dialog.h"
#include "dites-shortcuts-dialog.h"
#include "dites-window.h"

/* What the program can do without a page, and the keys of all that it can do. */

/* A dialog would have the window stay. What it is busy with is given up. */
static void
close_dialogs (AdwApplicationWindow *window)
{
  g_autoptr (GListModel) dialogs = adw_application_window_get_dialogs (window);

  for (guint i = g_list_model_get_n_items (dialogs); i > 0; i--)
    {
      g_autoptr (AdwDialog) dialog = g_list_model_get_item (dialogs, i - 1);

      if (!adw_dialog_get_can_close (dialog))
        adw_dialog_close (dialog);
      adw_dialog_force_close (dialog);
    }
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  DitesApplication *self = user_data;
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));

  dites_application_save_session (self);
  self->quitting = TRUE;
  /* Each window finishes what it is writing, and the last one ends the program, also if what
   * is due was to be told later. */
  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (ADW_IS_APPLICATION_WINDOW (l->data))
        close_dialogs (l->data);
      gtk_window_close (l->data);
    }
  if (windows == NULL)
    g_application_quit (G_APPLICATION (self));
}

static void
new_window_action (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  gtk_window_present (dites_application_new_window (user_data));
}

static void
closed_cb (AdwDialog *dialog)
{
  adw_dialog_set_child (dialog, NULL);
}

/* Shows a dialog that is libadwaita's own. When it is closed it would leave its child behind (libadwaita 1.7). */
static void
present (GtkApplication *application,
         AdwDialog      *dialog)
{
  g_signal_connect (dialog, "closed", G_CALLBACK (closed_cb), NULL);
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (application)));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  DitesApplication *self = user_data;
  GtkWindow        *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (self->store != NULL)
    adw_dialog_present (ADW_DIALOG (dites_preferences_dialog_new (self->store, self->settings)), GTK_WIDGET (window));
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  GtkApplication *application = user_data;

  present (application, dites_shortcuts_dialog_new (application));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  AdwDialog *dialog = adw_about_dialog_new_from_appdata ("/org/gers/Dites32/metainfo.xml", NULL);

  adw_about_dialog_set_version (ADW_ABOUT_DIALOG (dialog), VERSION);
  adw_about_dialog_set_copyright (ADW_ABOUT_DIALOG (dialog), "© 2026 The Dites32 authors");
  /* Translators: the names of the translators, one a line. */
  adw_about_dialog_set_translator_credits (ADW_ABOUT_DIALOG (dialog), _("translator-credits"));
  adw_about_dialog_add_legal_section (ADW_ABOUT_DIALOG (dialog), _("Geographic Data"),
                                      "INSEE, DGCL, La Poste, Etalab, IGN Admin Express (Licence Ouverte 2.0)\nGeoNames (CC BY 4.0)",
                                      GTK_LICENSE_CUSTOM, _("Communes, outline and places of the Gers are public data, used under the Licence Ouverte 2.0 and CC BY 4.0."));
  dites_heading_mark (GTK_WIDGET (dialog), adw_about_dialog_get_application_name (ADW_ABOUT_DIALOG (dialog)));
  present (user_data, dialog);
}

static void
help_shown_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GtkWindow) window = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (object), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.toast", "s",
                                _("The help cannot be shown: no help viewer is installed"));
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkWindow       *window = gtk_application_get_active_window (user_data);
  const char      *page = DITES_IS_WINDOW (window) ? dites_window_get_help_page (DITES_WINDOW (window)) : "index";
  g_autofree char *uri = g_strconcat ("help:org.gers.Dites32/", page, NULL);
  g_autofree char *viewer = g_find_program_in_path ("yelp");
  g_autoptr (GtkUriLauncher) launcher = NULL;

  /* In a sandbox the viewer outside does not see our pages; the one inside does. */
  if (viewer != NULL)
    {
      g_autoptr (GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, viewer, uri, NULL);

      if (process != NULL)
        return;
    }

  launcher = gtk_uri_launcher_new (uri);
  gtk_uri_launcher_launch (launcher, window, NULL, help_shown_cb, g_object_ref (window));
}

static GtkWindow *
present_window (DitesApplication *self)
{
  GtkWindow *window = dites_application_get_window (self);

  gtk_window_present (window);

  return window;
}

/* The window that was used last, where one sees what is opened in it: somebody who is in the
 * middle of an import or a dialog gets another one. */
static GtkWindow *
present_free_window (DitesApplication *self)
{
  GtkWindow *window = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL && window == NULL; l = l->next)
    if (!DITES_IS_WINDOW (l->data) || !dites_window_is_busy (l->data))
      window = l->data;
  if (window == NULL)
    window = gtk_application_get_windows (GTK_APPLICATION (self)) == NULL ? dites_application_get_window (self) : dites_application_new_window (self);
  gtk_window_present (window);

  return window;
}

/* What is asked for from outside, by the search of the desktop or a notification. */

static void
open_document_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  GtkWindow *window = present_free_window (user_data);

  if (DITES_IS_WINDOW (window))
    dites_window_open_document (DITES_WINDOW (window), g_variant_get_string (parameter, NULL));
}

static void
search_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  GtkWindow  *window = present_free_window (user_data);
  const char *kind, *text;

  g_variant_get (parameter, "(&s&s)", &kind, &text);
  if (DITES_IS_WINDOW (window))
    dites_window_search (DITES_WINDOW (window), kind, text);
}

static void
show_due_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  GtkWindow *window = present_window (user_data);

  if (DITES_IS_WINDOW (window))
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-due", NULL);
}

static const GActionEntry actions[] = {
  { "quit", quit_action, NULL, NULL, NULL, { 0 } },
  { "new-window", new_window_action, NULL, NULL, NULL, { 0 } },
  { "preferences", preferences_action, NULL, NULL, NULL, { 0 } },
  { "shortcuts", shortcuts_action, NULL, NULL, NULL, { 0 } },
  { "about", about_action, NULL, NULL, NULL, { 0 } },
  { "help", help_action, NULL, NULL, NULL, { 0 } },
  { "open-document", open_document_action, "s", NULL, NULL, { 0 } },
  { "search", search_action, "(ss)", NULL, NULL, { 0 } },
  { "show-due", show_due_action, NULL, NULL, NULL, { 0 } },
};

static const struct
{
  const char *action;
  const char *keys[3];
} accels[] = {
  { "app.quit", { "<Control>q" } },
  { "app.new-window", { "<Control><Shift>n" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.help", { "F1" } },
  { "app.shortcuts", { "<Control>question", "<Control>F1" } },
  { "window.close", { "<Control>w" } },
  { "win.new-document::", { "<Control>n" } },
  { "win.import", { "<Control>o" } },
  { "win.print::", { "<Control>p" } },
  { "win.search", { "<Control>f" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.back", { "<Alt>Left" } },
};

/* A dialog is modal: the keys of the program do not get past it (libadwaita 1.7). Quitting is wanted from everywhere,
 * as it is where a dialog is a window; each kind of dialog that is made afterwards inherits it. */
static void
add_dialog_key (void)
{
  static gsize added = 0;

  if (g_once_init_enter (&added))
    {
      GtkWidgetClass *dialog_class = g_type_class_ref (ADW_TYPE_DIALOG);

      gtk_widget_class_add_binding_action (dialog_class, GDK_KEY_q, GDK_CONTROL_MASK, "app.quit", NULL);
      g_once_init_leave (&added, 1);
    }
}

/* Adds the actions of the application, and the keys of these and of the window's. */
void
dites_application_add_actions (DitesApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  add_dialog_key ();
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action, (const char *const *) accels[i].keys);
}
