/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include <glib/gi18n.h>

#include "dites-window-private.h"

/* A file that was written: it is said, and it can be opened, or its folder. */

static void
opened_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (DitesWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (object), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    dites_window_tell (self, _("No program on this computer opens this file"), FALSE);
}

static void
open_file_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_bytestring (parameter));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (widget), NULL, opened_cb, g_object_ref (widget));
}

static void
folder_shown_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (DitesWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_open_containing_folder_finish (GTK_FILE_LAUNCHER (object), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    dites_window_tell (self, _("No program on this computer shows folders"), FALSE);
}

static void
show_folder_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_bytestring (parameter));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_open_containing_folder (launcher, GTK_WINDOW (widget), NULL, folder_shown_cb, g_object_ref (widget));
}

static void
tell_file_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  const char *path, *message;

  g_variant_get (parameter, "(^&ay&s)", &path, &message);
  dites_window_tell_file (DITES_WINDOW (widget), path, *message != '\0' ? message : NULL);
}

/* A toast has room for one button; the folder is an icon beside what it says. */
static GtkWidget *
new_file_title (const char *message,
                const char *path)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (message);
  GtkWidget *folder = gtk_button_new_from_icon_name ("folder-open-symbolic");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_tooltip_text (folder, _("Show in Folder"));
  gtk_widget_set_valign (folder, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (folder, "flat");
  gtk_widget_add_css_class (folder, "circular");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (folder), "win.show-folder");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (folder), g_variant_new_bytestring (path));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), folder);

  return box;
}

/* Says that a file was saved, or @message, and offers to open it or its folder. */
void
dites_window_tell_file (DitesWindow *self,
                        const char  *path,
                        const char  *message)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: %s is the name of a file. */
  g_autofree char *saved = g_strdup_printf (_("“%s” was saved"), name);
  const char      *title = message != NULL ? message : saved;
  AdwToast        *toast = adw_toast_new ("");

  adw_toast_set_custom_title (toast, new_file_title (title, path));
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  /* Its two buttons have to be reached, maybe by keyboard. */
  adw_toast_set_timeout (toast, 15);
  adw_toast_set_button_label (toast, _("_Open"));
  adw_toast_set_action_name (toast, "win.open-file");
  adw_toast_set_action_target_value (toast, g_variant_new_bytestring (path));
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
  /* Of a toast with such a title it is only said that there is one. */
  gtk_accessible_announce (GTK_ACCESSIBLE (self), title, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

void
dites_window_class_install_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-file", "ay", open_file_action);
  gtk_widget_class_install_action (widget_class, "win.show-folder", "ay", show_folder_action);
  gtk_widget_class_install_action (widget_class, "win.tell-file", "(ays)", tell_file_action);
}
