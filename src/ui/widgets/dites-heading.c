/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-heading.h"

/**
 * dites_heading_mark:
 * @root: a page or a dialog that libadwaita has made, which was not shown yet
 * @text: its title
 *
 * Has a screen reader find the title of @root as its heading: libadwaita 1.7 makes it a label
 * like any other. Where it stands several times, one of them is shown at a time.
 */
void
dites_heading_mark (GtkWidget  *root,
                    const char *text)
{
  if ((ADW_IS_WINDOW_TITLE (root) && g_strcmp0 (adw_window_title_get_title (ADW_WINDOW_TITLE (root)), text) == 0) ||
      (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0))
    {
      g_object_set (root, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    dites_heading_mark (child, text);
}
