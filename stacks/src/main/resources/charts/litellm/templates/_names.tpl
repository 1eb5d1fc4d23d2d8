{{- define "litellm.selector" -}}
app.kubernetes.io/name: litellm
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}
{{- define "litellm.labels" -}}
{{ include "litellm.selector" . }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}
{{- define "litellm.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag }}
{{- end }}
