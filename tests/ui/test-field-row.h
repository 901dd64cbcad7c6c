/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dites-field-row.h"
#include "test-ui.h"

G_BEGIN_DECLS

/* What the tests of rows share: one row in a window, and a button that the focus can go to. */
typedef struct
{
  DitesEditor *editor;
  GtkWidget   *row;
  GtkWidget   *elsewhere;
} Row;

static inline Row
row_present (Ui         *ui,
             const char *id,
             const char *field)
{
  Row        row = { dites_editor_new (ui->desk.store, id), NULL, gtk_button_new_with_label ("Elsewhere") };
  GtkWidget *group = adw_preferences_group_new ();

  ui_wait_for (dites_editor_get_document (row.editor) != NULL);
  row.row = dites_field_row_new (row.editor, dites_kind_get_field (dites_editor_get_kind (row.editor), field));
  ui_watch (ui, row.editor);
  ui_watch (ui, row.row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row.row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row.elsewhere);
  ui_present (ui, group);

  return row;
}

static inline void
row_clear (Row *row)
{
  g_clear_object (&row->editor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

/* The focus goes to something else, as with Tab or a click. */
static inline void
row_leave (const Row *row)
{
  g_assert_true (gtk_widget_grab_focus (row->elsewhere));
  ui_settle ();
}

static inline const char *
row_get_text (GtkWidget *entry)
{
  return gtk_editable_get_text (GTK_EDITABLE (entry));
}

/* Types without leaving the entry. */
static inline void
row_type (GtkWidget  *entry,
          const char *text)
{
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static inline gboolean
row_is_invalid (GtkWidget *control)
{
  g_autofree char *other = gtk_test_accessible_check_state (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);

  return other == NULL;
}

static inline gboolean
row_is_described (GtkWidget  *control,
                  const char *text)
{
  g_autofree char *other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);

  return other == NULL;
}

/* A key, as a widget's own controllers see it. */
static inline gboolean
row_press_key (GtkWidget      *widget,
               guint           key,
               GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &handled);
    }
  ui_settle ();

  return handled;
}

G_END_DECLS
