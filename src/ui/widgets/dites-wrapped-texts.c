/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-wrapped-texts.h"

#include <adwaita.h>

static void
wrap (GtkLabel *label)
{
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (label, GTK_NATURAL_WRAP_NONE);
}

/* The title of a group: the only label there that is a heading. */
static gboolean
is_group_title (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "heading") &&
         gtk_widget_get_ancestor (widget, ADW_TYPE_PREFERENCES_GROUP) != NULL && gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_BOX) == NULL;
}

/* What a button with an icon says. */
static gboolean
is_content (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_ancestor (widget, ADW_TYPE_BUTTON_CONTENT) != NULL;
}

/**
 * dites_wrap_texts:
 * @widget: what has buttons and groups in it
 *
 * Has the labels of buttons and the titles of groups take several lines where there is no
 * room for them in one, as for large letters in a narrow window: by themselves they
 * would be cut.
 */
void
dites_wrap_texts (GtkWidget *widget)
{
  GtkWidget *content = GTK_IS_BUTTON (widget) ? gtk_button_get_child (GTK_BUTTON (widget)) : NULL;

  if (GTK_IS_LABEL (content))
    {
      wrap (GTK_LABEL (content));
      gtk_label_set_justify (GTK_LABEL (content), GTK_JUSTIFY_CENTER);
    }
  else if (is_group_title (widget) || is_content (widget))
    wrap (GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    dites_wrap_texts (child);
}
