/* SPDX-FileCopyrightText: 2026 The Dites32 authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dites-checks-group.h"

#include <glib/gi18n.h>

#include "dites-decoration.h"
#include "dites-home-provider.h"
#include "dites-save-pdf.h"

/**
 * DitesChecksGroup:
 *
 * What keeps an offer from being published, each point leading to its field; and
 * what is done with the offer then: put online, confirmed, printed, handed out.
 */
struct _DitesChecksGroup
{
  AdwPreferencesGroup parent_instance;

  DitesEditor *editor;
  GPtrArray   *points; /* of GtkWidget: rows in state */

  AdwExpanderRow *state;
  GtkImage       *state_icon;
  GtkButton      *publish;
  AdwActionRow   *confirmed;
  AdwButtonRow   *confirm;
  AdwActionRow   *sheet;
  GtkImage       *handle;
  GtkButton      *preview;
  GtkButton      *print;
  GtkButton *export;
};

G_DEFINE_FINAL_TYPE (DitesChecksGroup, dites_checks_group, ADW_TYPE_PREFERENCES_GROUP)

static const struct
{
  const char *icon_name;
  const char *css_class;
  const char *word;
} severities[] = {
  [DITES_SEVERITY_NOTICE] = { "dialog-information-symbolic", "dimmed", NC_("severity", "Good to know") },
                              [DITES_SEVERITY_WARNING] = { "dialog-warning-symbolic", "warning", NC_("severity", "To be checked") },
                                                           [DITES_SEVERITY_BLOCKS] = { "action-unavailable-symbolic", "error", NC_("severity", "Needed to publish") },
                                                                                       [DITES_SEVERITY_ERROR] = { "dialog-error-symbolic", "error", NC_("severity", "Cannot be right") },
                                                                                       };

static const DitesField *
get_state_field (DitesChecksGroup *self)
{
  const DitesKind *kind = dites_editor_get_kind (self->editor);

  return dites_kind_get_field (kind, kind->state_field);
}

static gboolean
is_published (DitesChecksGroup *self)
{
  g_autofree char *state = dites_document_dup_string (dites_editor_get_document (self->editor), get_state_field (self)->name);

  return g_strcmp0 (state, dites_editor_get_kind (self->editor)->published_state) == 0;
}

/* Whether it was not offered to anybody yet. */
static gboolean
is_new (DitesChecksGroup *self)
{
  g_autofree char *state = dites_document_dup_string (dites_editor_get_document (self->editor), get_state_field (self)->name);

  return state == NULL || g_str_equal (state, "draft") || g_str_equal (state, "to_check");
}

static void
set_string (DitesChecksGroup *self,
            const DitesField *field,
            const char       *value)
{
  g_autoptr (GString) json = g_string_new (NULL);

  dites_json_append_string (json, value);
  dites_editor_set_json (self->editor, field, json->str);
}

static void
publish_cb (DitesChecksGroup *self)
{
  gboolean published = is_published (self);

  set_string (self, get_state_field (self), published ? "draft" : dites_editor_get_kind (self->editor)->published_state);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", published ? _("Taken offline") : _("Published"));
}

static void
confirm_cb (DitesChecksGroup *self)
{
  g_autofree char *today = dites_day_to_iso (dites_day_today ());

  /* The button goes; the focus stays beside it. */
  gtk_widget_grab_focus (GTK_WIDGET (self->confirmed));
  set_string (self, dites_kind_get_field (dites_editor_get_kind (self->editor), "confirmed_on"), today);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast-undo", "s", _("Confirmed by the owner today"));
}

/* Their actions are there for any home; the buttons are for this one, if it may. */
static void
preview_cb (DitesChecksGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.preview", "s", dites_editor_get_id (self->editor));
}

static void
print_cb (DitesChecksGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.print", "s", dites_editor_get_id (self->editor));
}

static void
export_cb (DitesChecksGroup *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.export-pdf", "s", dites_editor_get_id (self->editor));
}

static void
show_field (gpointer user_data)
{
  g_autoptr (GtkWidget) row = user_data;

  gtk_widget_activate_action (row, "document.show-field", "s", gtk_widget_get_name (row));
}

/* A click leaves the focus on the row when it is over, after this. */
static void
point_cb (GtkWidget *row)
{
  g_idle_add_once (show_field, g_object_ref (row));
}

static void
add_point (DitesChecksGroup   *self,
           const DitesProblem *problem)
{
  GtkWidget        *row = adw_action_row_new ();
  GtkWidget        *icon = dites_decoration_new (severities[problem->severity].icon_name);
  const DitesField *field = problem->field != NULL ? dites_kind_get_field (dites_editor_get_kind (self->editor), problem->field) : NULL;
  const char       *word = g_dpgettext2 (GETTEXT_PACKAGE, "severity", severities[problem->severity].word);
  g_autofree char  *subtitle = field != NULL ? g_strdup_printf ("%s · %s", word, dites_field_get_label (field)) : g_strdup (word);

  gtk_widget_add_css_class (icon, severities[problem->severity].css_class);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem->message);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (field != NULL)
    {
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), dites_decoration_new ("go-next-symbolic"));
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      gtk_widget_set_name (row, field->name);
      g_signal_connect (row, "activated", G_CALLBACK (point_cb), NULL);
    }
  adw_expander_row_add_row (self->state, row);
  g_ptr_array_add (self->points, row);
}

static guint
count (GPtrArray    *problems,
       DitesSeverity least)
{
  guint n = 0;

  for (guint i = 0; i < problems->len; i++)
    n += ((DitesProblem *) problems->pdata[i])->severity >= least;

  return n;
}

static void
show_points (DitesChecksGroup *self,
             GPtrArray        *problems)
{
  gint64 focused = -1;

  for (guint i = 0; i < self->points->len; i++)
    {
      if (gtk_widget_has_focus (self->points->pdata[i]))
        focused = i;
      adw_expander_row_remove (self->state, self->points->pdata[i]);
    }
  g_ptr_array_set_size (self->points, 0);

  for (int severity = DITES_SEVERITY_ERROR; severity >= DITES_SEVERITY_NOTICE; severity--)
    for (guint i = 0; i < problems->len; i++)
      if ((int) ((DitesProblem *) problems->pdata[i])->severity == severity)
        add_point (self, problems->pdata[i]);

  /* To the point that has come to its place, or to the last, or to what they are of. */
  if (focused >= 0 && self->points->len > 0)
    gtk_widget_grab_focus (self->points->pdata[MIN ((guint) focused, self->points->len - 1)]);
  else if (focused >= 0)
    gtk_widget_child_focus (GTK_WIDGET (self->state), GTK_DIR_TAB_FORWARD);
}

static void
show_state (DitesChecksGroup *self,
            GPtrArray        *problems)
{
  g_autofree char *state = dites_field_format (get_state_field (self), dites_editor_get_document (self->editor), NULL, NULL);
  gboolean         published = is_published (self);
  guint            n_needed = count (problems, DITES_SEVERITY_BLOCKS);
  g_autofree char *subtitle = NULL;

  if (n_needed > 0)
    subtitle = g_strdup_printf (ngettext ("%u point keeps it from being published", "%u points keep it from being published", n_needed), n_needed);
  else if (problems->len > 0)
    subtitle = g_strdup_printf (ngettext ("%u point worth a look", "%u points worth a look", problems->len), problems->len);
  else
    subtitle = g_strdup (_("Nothing is missing"));

  /* Translators: the state of an offer that has none yet. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state), state != NULL ? state : _("Not Published Yet"));
  adw_expander_row_set_subtitle (self->state, subtitle);
  adw_expander_row_set_enable_expansion (self->state, problems->len > 0);
  gtk_image_set_from_icon_name (self->state_icon, n_needed > 0 ? "action-unavailable-symbolic" : problems->len > 0 ? "dialog-information-symbolic"
                                                                                                                   : "object-select-symbolic");

  gtk_button_set_label (self->publish, published ? _("_Take Offline") : _("_Publish"));
  gtk_button_set_use_underline (self->publish, TRUE);
  if (!published && n_needed > 0 && gtk_widget_has_focus (GTK_WIDGET (self->publish)))
    gtk_widget_child_focus (GTK_WIDGET (self->state), GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (GTK_WIDGET (self->publish), published || n_needed == 0);
  if (is_new (self))
    gtk_widget_add_css_class (GTK_WIDGET (self->publish), "suggested-action");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->publish), "suggested-action");
}

static void
changed_cb (DitesChecksGroup *self)
{
  DitesDocument   *document = dites_editor_get_document (self->editor);
  GPtrArray       *problems = dites_editor_get_problems (self->editor);
  DitesDay         day;
  g_autofree char *text = NULL;
  gboolean         may;

  if (document == NULL)
    return;

  show_points (self, problems);
  show_state (self, problems);

  day = dites_document_get_day (document, "confirmed_on");
  text = day != DITES_DAY_NONE ? dites_day_format (day, DITES_DAY_LONG) : g_strdup (_("Not yet"));
  adw_action_row_set_subtitle (self->confirmed, text);
  gtk_widget_set_visible (GTK_WIDGET (self->confirm), day != dites_day_today ());

  may = count (problems, DITES_SEVERITY_BLOCKS) == 0 && !dites_editor_is_draft (self->editor);
  gtk_widget_set_sensitive (GTK_WIDGET (self->preview), !dites_editor_is_draft (self->editor));
  gtk_widget_set_sensitive (GTK_WIDGET (self->print), may);
  gtk_widget_set_sensitive (GTK_WIDGET (self->export), may);
  gtk_widget_set_sensitive (GTK_WIDGET (self->handle), may);
  adw_action_row_set_subtitle (self->sheet, may ? _("Can be dragged into a message or a folder") : _("To be handed out when nothing is missing"));
}

static GdkContentProvider *
prepare_cb (GtkDragSource    *source,
            double            x,
            double            y,
            DitesChecksGroup *self)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.gers.Dites32");
  g_autofree char *language = g_settings_get_string (settings, "export-language");
  g_autofree char *name = dites_save_pdf_name (dites_editor_get_document (self->editor));

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->handle)))
    return NULL;

  return dites_home_provider_new (dites_editor_get_store (self->editor), dites_editor_get_id (self->editor), name, language);
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag       *drag)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gdk_drag_get_display (drag));
  g_autoptr (GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (theme, "x-office-document-symbolic", NULL, 48, 1, GTK_TEXT_DIR_NONE, 0);

  gtk_drag_source_set_icon (source, GDK_PAINTABLE (icon), 0, 0);
}

static void
dites_checks_group_dispose (GObject *object)
{
  DitesChecksGroup *self = DITES_CHECKS_GROUP (object);

  g_clear_object (&self->editor);
  gtk_widget_dispose_template (GTK_WIDGET (self), DITES_TYPE_CHECKS_GROUP);

  G_OBJECT_CLASS (dites_checks_group_parent_class)->dispose (object);
}

static void
dites_checks_group_finalize (GObject *object)
{
  g_ptr_array_unref (DITES_CHECKS_GROUP (object)->points);

  G_OBJECT_CLASS (dites_checks_group_parent_class)->finalize (object);
}

static void
dites_checks_group_class_init (DitesChecksGroupClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = dites_checks_group_dispose;
  object_class->finalize = dites_checks_group_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/gers/Dites32/widgets/dites-checks-group.ui");
  gtk_widget_class_bind_template_child (widget_class, DitesChecksGroup, state);
  gtk_widget_class_bind_template_child (widget_class, DitesChecksGroup, state_icon);
  gtk_widget_class_bind_template_child (widget_class, DitesChecksGroup, publish);
  gtk_widget_class_bind_template_child (widget_class, DitesChecksGroup, confirmed);
  gtk_widget_class_bind_template_child (widget_class, DitesChecksGroup, confirm);
  gtk_widget_class_bind_template_child (widget_class, DitesChecksGroup, sheet);
  gtk_widget_class_bind_template_child (widget_class, DitesChecksGroup, handle);
  gtk_widget_class_bind_template_child (widget_class, DitesChecksGroup, preview);
  gtk_widget_class_bind_template_child (widget_class, DitesChecksGroup, print);
  gtk_widget_class_bind_template_child (widget_class, DitesChecksGroup, export);
}

static void
dites_checks_group_init (DitesChecksGroup *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  self->points = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (self->publish, "clicked", G_CALLBACK (publish_cb), self);
  g_signal_connect_swapped (self->confirm, "activated", G_CALLBACK (confirm_cb), self);
  g_signal_connect_swapped (self->preview, "clicked", G_CALLBACK (preview_cb), self);
  g_signal_connect_swapped (self->print, "clicked", G_CALLBACK (print_cb), self);
  g_signal_connect_swapped (self->export, "clicked", G_CALLBACK (export_cb), self);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (self->sheet), GTK_EVENT_CONTROLLER (source));
}

/**
 * dites_checks_group_new:
 * @editor: the editor of a home
 *
 * Returns: (transfer floating): what it needs to be published, and what is done with it then
 */
GtkWidget *
dites_checks_group_new (DitesEditor *editor)
{
  DitesChecksGroup *self = g_object_new (DITES_TYPE_CHECKS_GROUP, NULL);

  self->editor = g_object_ref (editor);
  g_signal_connect_object (editor, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);

  return GTK_WIDGET (self);
}
