/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-application.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "dites-application-private.h"
#include "dites-temporary.h"
#include "dites-window.h"

/* What the program ends with when nothing was changed; see the command line. */
#define EXIT_FAILED 3

/**
 * DitesApplication:
 *
 * The program with a display: it opens the store and the settings, and hands both
 * to its windows. One process serves the usual data folder; another folder, named
 * with --data-dir, has a process of its own.
 */
G_DEFINE_FINAL_TYPE (DitesApplication, dites_application, ADW_TYPE_APPLICATION)

static char *
get_desk_name (DitesApplication *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, "desk-name");

  return *g_strstrip (name) != '\0' ? g_steal_pointer (&name) : g_strdup (g_get_host_name ());
}

static void
open_store (DitesApplication *self)
{
  g_autofree char *desk_name = get_desk_name (self);
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "dites32", NULL);

  g_clear_error (&self->error);
  self->store = dites_store_open (self->data_dir != NULL ? self->data_dir : usual, desk_name, &self->error);
}

/* Stands in for the window when there is no store to show. */
static GtkWindow *
new_error_window (DitesApplication *self)
{
  GtkWidget       *window = adw_application_window_new (GTK_APPLICATION (self));
  GtkWidget       *view = adw_toolbar_view_new ();
  GtkWidget       *status = adw_status_page_new ();
  g_autofree char *description = g_strdup_printf (_("%s. Nothing was changed; the file is as it was."), self->error->message);
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _("The File Cannot Be Opened"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), escaped);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), status);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), view);
  gtk_window_set_title (GTK_WINDOW (window), g_get_application_name ());
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);

  return GTK_WINDOW (window);
}

/* (nullable): what the windows show; opened when it is asked for. */
DitesStore *
dites_application_get_store (DitesApplication *self)
{
  if (self->store == NULL)
    open_store (self);

  return self->store;
}

GtkWindow *
dites_application_new_window (DitesApplication *self)
{
  DitesStore  *store = dites_application_get_store (self);
  DitesWindow *window;

  if (store == NULL)
    return new_error_window (self);

  window = dites_window_new (self, store, self->settings);
  dites_application_follow_window (self, GTK_WINDOW (window));

  return GTK_WINDOW (window);
}

/* The window that was used last; those of the last time if there is none. */
GtkWindow *
dites_application_get_window (DitesApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return window != NULL ? window : dites_application_restore_session (self);
}

static void
dites_application_activate (GApplication *application)
{
  gtk_window_present (dites_application_get_window (DITES_APPLICATION (application)));
}

static void
dites_application_open (GApplication *application,
                        GFile       **files,
                        int           n_files,
                        const char   *hint)
{
  GtkWindow *window = dites_application_get_window (DITES_APPLICATION (application));

  gtk_window_present (window);
  if (DITES_IS_WINDOW (window))
    dites_window_import (DITES_WINDOW (window), files, n_files);
}

static void
dites_application_startup (GApplication *application)
{
  DitesApplication *self = DITES_APPLICATION (application);

  G_APPLICATION_CLASS (dites_application_parent_class)->startup (application);

  self->settings = g_settings_new ("org.gers.Dites32");
  dites_application_add_actions (self);
  self->reminder = dites_reminder_new (self);
}

static void
dites_application_window_removed (GtkApplication *application,
                                  GtkWindow      *window)
{
  DitesApplication *self = DITES_APPLICATION (application);

  GTK_APPLICATION_CLASS (dites_application_parent_class)->window_removed (application, window);

  if (!self->quitting)
    dites_application_save_session (self);
  else if (gtk_application_get_windows (application) == NULL)
    g_application_quit (G_APPLICATION (application));
}

static void
dites_application_shutdown (GApplication *application)
{
  DitesApplication *self = DITES_APPLICATION (application);

  g_clear_handle_id (&self->save_id, g_source_remove);
  dites_reminder_stop (self->reminder);

  G_APPLICATION_CLASS (dites_application_parent_class)->shutdown (application);
}

static gboolean
dites_application_dbus_register (GApplication    *application,
                                 GDBusConnection *connection,
                                 const char      *object_path,
                                 GError         **error)
{
  DitesApplication *self = DITES_APPLICATION (application);

  return G_APPLICATION_CLASS (dites_application_parent_class)->dbus_register (application, connection, object_path, error) &&
         dites_search_provider_export (self->search_provider, connection, object_path, error);
}

static void
dites_application_dbus_unregister (GApplication    *application,
                                   GDBusConnection *connection,
                                   const char      *object_path)
{
  DitesApplication *self = DITES_APPLICATION (application);

  if (self->search_provider != NULL)
    dites_search_provider_unexport (self->search_provider, connection);

  G_APPLICATION_CLASS (dites_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static int
dites_application_handle_local_options (GApplication *application,
                                        GVariantDict *options)
{
  DitesApplication *self = DITES_APPLICATION (application);

  if (g_variant_dict_lookup (options, "data-dir", "^ay", &self->data_dir))
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);

  return -1;
}

static void
dites_application_finalize (GObject *object)
{
  DitesApplication *self = DITES_APPLICATION (object);

  g_clear_object (&self->search_provider);
  g_clear_object (&self->reminder);
  g_free (self->data_dir);
  g_clear_error (&self->error);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);

  dites_temporary_clear ();

  G_OBJECT_CLASS (dites_application_parent_class)->finalize (object);
}

static void
dites_application_class_init (DitesApplicationClass *klass)
{
  GObjectClass      *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = dites_application_finalize;

  GTK_APPLICATION_CLASS (klass)->window_removed = dites_application_window_removed;

  application_class->activate = dites_application_activate;
  application_class->open = dites_application_open;
  application_class->startup = dites_application_startup;
  application_class->shutdown = dites_application_shutdown;
  application_class->dbus_register = dites_application_dbus_register;
  application_class->dbus_unregister = dites_application_dbus_unregister;
  application_class->handle_local_options = dites_application_handle_local_options;
}

static void
dites_application_init (DitesApplication *self)
{
  const GOptionEntry options[] = {
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Where the data lies, instead of the usual place"), N_("DIR") },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  self->search_provider = dites_search_provider_new (self);
}

/**
 * dites_application_new:
 *
 * Returns: (transfer full): the application
 */
DitesApplication *
dites_application_new (void)
{
  return g_object_new (DITES_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/gers/Dites32",
                       NULL);
}

/**
 * dites_application_main:
 * @argc: how many words there are
 * @argv: the command line: files to open, and --data-dir
 *
 * Runs the program with a display.
 *
 * Returns: what the program ends with
 */
int
dites_application_main (int    argc,
                        char **argv)
{
  g_autoptr (DitesApplication) application = NULL;

  if (!gtk_init_check ())
    {
      fprintf (stderr, "dites32: %s\n", _("There is no display for the window; “dites32 --help” lists the commands that need none"));
      return EXIT_FAILED;
    }

  g_set_application_name ("Dites32");
  application = dites_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
