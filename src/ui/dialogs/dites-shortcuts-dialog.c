/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-shortcuts-dialog.h"

#include <glib/gi18n.h>

#include "dites-heading.h"

/* The keys and what they do. GTK's own window of them is wider than a telephone, and it is
 * no dialog: its own keys would be none of the program's. */

typedef struct
{
  const char *group; /* NULL: the same as before */
  const char *title;
  const char *action; /* (nullable): whose keys are asked of the application */
  const char *keys[2];
} Shortcut;

static const Shortcut shortcuts[] = {
  { NC_ ("shortcuts", "Everywhere"), NC_ ("shortcuts", "Undo"), "win.undo", { NULL } },
    { NULL, NC_ ("shortcuts", "Redo"), "win.redo", { NULL } },
      { NULL, NC_ ("shortcuts", "New document"), "win.new-document::", { NULL } },
        { NULL, NC_ ("shortcuts", "Import a list"), "win.import", { NULL } },
          { NULL, NC_ ("shortcuts", "Import a copied list"), NULL, { "<Control>v" } },
            { NULL, NC_ ("shortcuts", "Search"), "win.search", { NULL } },
              { NULL, NC_ ("shortcuts", "Back to the previous document"), "win.back", { NULL } },
                { NC_ ("shortcuts", "Documents"), NC_ ("shortcuts", "Choose a day in a calendar"), NULL, { "<Alt>Down" } },
                  { NULL, NC_ ("shortcuts", "Give up what is being typed"), NULL, { "Escape" } },
                    { NULL, NC_ ("shortcuts", "Select all rows of a list"), NULL, { "<Control>a" } },
                      { NULL, NC_ ("shortcuts", "Move to the trash"), NULL, { "<Control>Delete" } },
                        { NC_ ("shortcuts", "Homes"), NC_ ("shortcuts", "Print a home’s sheet"), "win.print::", { NULL } },
                          { NULL, NC_ ("shortcuts", "Make the preview larger or smaller"), NULL, { "<Control>plus", "<Control>minus" } },
                            { NULL, NC_ ("shortcuts", "Move a photo up or down"), NULL, { "<Alt>Up", "<Alt>Down" } },
                              { NULL, NC_ ("shortcuts", "Make a photo the main one"), NULL, { "<Alt>Home" } },
                                { NULL, NC_ ("shortcuts", "Remove a photo"), NULL, { "<Alt>Delete" } },
                                  { NC_ ("shortcuts", "Application"), NC_ ("shortcuts", "Main menu"), NULL, { "F10" } },
                                    { NULL, NC_ ("shortcuts", "Preferences"), "app.preferences", { NULL } },
                                      { NULL, NC_ ("shortcuts", "Help"), "app.help", { NULL } },
                                        { NULL, NC_ ("shortcuts", "Keyboard shortcuts"), "app.shortcuts", { NULL } },
                                          { NULL, NC_ ("shortcuts", "New window"), "app.new-window", { NULL } },
                                            { NULL, NC_ ("shortcuts", "Close the window"), "window.close", { NULL } },
                                              { NULL, NC_ ("shortcuts", "Quit"), "app.quit", { NULL } },
                                            };

static const char *
translate (const char *text)
{
  return g_dpgettext2 (NULL, "shortcuts", text);
}

static void
add_key (GtkWidget  *box,
         const char *accelerator,
         GString    *all)
{
  GdkModifierType  modifiers = 0;
  guint            key = 0;
  g_autofree char *text = NULL;
  GtkWidget       *label;

  gtk_accelerator_parse (accelerator, &key, &modifiers);
  text = gtk_accelerator_get_label (key, modifiers);
  label = gtk_label_new (text);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (label, "keycap");
  gtk_box_append (GTK_BOX (box), label);
  g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", text);
}

/* One that says its keys when it has the focus; an AdwActionRow says its subtitle. */
static GtkWidget *
new_row (GtkApplication *application,
         const Shortcut *shortcut)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (translate (shortcut->title));
  g_auto (GStrv) accelerators = shortcut->action != NULL ? gtk_application_get_accels_for_action (application, shortcut->action) : NULL;
  g_autoptr (GString) all = g_string_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (accelerators != NULL)
    add_key (box, accelerators[0], all);
  for (guint i = 0; accelerators == NULL && i < G_N_ELEMENTS (shortcut->keys) && shortcut->keys[i] != NULL; i++)
    add_key (box, shortcut->keys[i], all);

  gtk_widget_add_css_class (box, "header");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), translate (shortcut->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, translate (shortcut->title),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, all->str, -1);

  return row;
}

/**
 * dites_shortcuts_dialog_new:
 * @application: who knows the keys of actions
 *
 * Returns: (transfer floating): a dialog with the keys of the program, which can be searched
 */
AdwDialog *
dites_shortcuts_dialog_new (GtkApplication *application)
{
  AdwDialog           *dialog = adw_preferences_dialog_new ();
  GtkWidget           *page = adw_preferences_page_new ();
  AdwBreakpoint       *narrow = adw_breakpoint_new (adw_breakpoint_condition_parse ("max-width: 260sp"));
  AdwPreferencesGroup *group = NULL;
  g_auto (GValue) short_title = G_VALUE_INIT;

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (shortcuts[i].group != NULL)
        {
          group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
          adw_preferences_group_set_title (group, translate (shortcuts[i].group));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), group);
        }
      adw_preferences_group_add (group, new_row (application, &shortcuts[i]));
    }

  adw_preferences_dialog_add (ADW_PREFERENCES_DIALOG (dialog), ADW_PREFERENCES_PAGE (page));
  adw_preferences_dialog_set_search_enabled (ADW_PREFERENCES_DIALOG (dialog), TRUE);
  adw_dialog_set_title (dialog, _("Keyboard Shortcuts"));
  /* Where letters are large, the long one would be cut. */
  g_value_init (&short_title, G_TYPE_STRING);
  g_value_set_string (&short_title, C_("shortcuts", "Keys"));
  adw_breakpoint_add_setter (narrow, G_OBJECT (dialog), "title", &short_title);
  adw_dialog_add_breakpoint (dialog, narrow);
  /* What has breakpoints must say how small it may be. */
  gtk_widget_set_size_request (GTK_WIDGET (dialog), 320, 200);
  dites_heading_mark (GTK_WIDGET (dialog), adw_dialog_get_title (dialog));
  adw_dialog_set_content_width (dialog, 520);
  adw_dialog_set_content_height (dialog, 640);

  return dialog;
}
